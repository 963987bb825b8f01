using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>Laws of optics and of development, measured on single-precision numbers, not on rounded pictures.</summary>
public abstract class ImagingLaws : SensorLaws
{
    protected static SignalImage Picture(int width, int height, Func<int, int, Rgb> color)
    {
        var image = new SignalImage(width, height);
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                image[x, y] = color(x, y);
            }
        }

        return image;
    }

    /// <summary>What the last stage gives, as the GPU has it; of a mosaic, in the first channel.</summary>
    protected SignalImage Measure(SignalImage light, params StageRequest[] stages)
    {
        SignalImage upper = Halves(light, stages, true), lower = Halves(light, stages, false);
        return Picture(light.Width, light.Height, (x, y) => upper[x, y].Map((bits, channel) =>
            BitConverter.UInt32BitsToSingle(((uint)bits << 16) | (uint)Channel(lower[x, y], channel))));
    }

    protected static double Channel(Rgb color, int channel) => channel switch
    {
        0 => color.R,
        1 => color.G,
        _ => color.B,
    };

    private SignalImage Halves(SignalImage light, StageRequest[] stages, bool upper)
    {
        SignalDomain last = stages.LastOrDefault(stage => stage.Enabled) is { } stage ? ((SensorStage)BenchStages.Plugins[stage.Use].Instance).Output : SignalDomain.Radiance;
        SignalDomain domain = last == SignalDomain.RadianceLayers ? SignalDomain.Radiance : last;
        SensorChain chain = SensorChain.Build(BenchStages.Plugins, [.. stages, BenchStages.Bits(domain, upper)], SensorOutput.Raw);
        return Run(chain, SensorBench.Frame(light.Width, light.Height), [light]);
    }
}

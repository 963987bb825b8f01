using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>One stage of a chain on the CPU in double precision.</summary>
internal static class ReferenceStage
{
    /// <summary>A stage of a chain, on the image in front of it.</summary>
    public static SignalImage Run(SensorChain chain, int index, SensorFrame frame, SignalImage image)
    {
        ChainStage stage = chain.Stages[index];
        if (!stage.Stage.HasReference)
        {
            throw new ArgumentException($"{stage.Name} has no CPU reference.", nameof(chain));
        }

        bool isMosaic = chain.LayoutBefore(index) == SampleLayout.Mosaic;
        FilterPattern? filters = chain.Filters;
        Func<int, int, PixelSite> site = Sites(chain, index, frame);
        switch (stage.Stage)
        {
            case IPointwiseStage pointwise:
                return ForEachPixel(frame, (x, y) => pointwise.ReferenceOf(image[x, y], site(x, y), stage.Parameters));
            case IMosaicStage mosaic:
                return ForEachPixel(frame, (x, y) => new(mosaic.ReferenceOf(image[x, y], site(x, y), stage.Parameters), 0, 0));
            case ISampleStage samples when isMosaic:
                return ForEachPixel(frame, (x, y) => new(samples.ReferenceOf(image[x, y].R, new(site(x, y), (int)filters!.At(x, y)), stage.Parameters), 0, 0));
            case ISampleStage samples:
                return ForEachPixel(frame, (x, y) =>
                {
                    PixelSite here = site(x, y);
                    return image[x, y].Map((signal, channel) => samples.ReferenceOf(signal, new(here, channel), stage.Parameters));
                });
            default:
                return RunNeighbourhood((INeighbourhoodStage)stage.Stage);
        }

        SignalImage RunNeighbourhood(INeighbourhoodStage neighbourhood)
        {
            SignalImage input = image;
            for (int pass = 0; pass < neighbourhood.Passes; pass++)
            {
                SignalImage source = image;
                int number = pass;
                image = ForEachPixel(frame, (x, y) => neighbourhood.ReferenceOf(source, input, site(x, y), number, stage.Parameters));
            }

            return image;
        }
    }

    /// <summary>The variance of the noise behind a stage, from the signal and the variance in front.</summary>
    public static SignalImage Variance(SensorChain chain, int index, SensorFrame frame, SignalImage image, SignalImage variance)
    {
        ChainStage stage = chain.Stages[index];
        bool isMosaic = chain.LayoutBefore(index) == SampleLayout.Mosaic;
        FilterPattern? filters = chain.Filters;
        Func<int, int, PixelSite> site = Sites(chain, index, frame);
        return ForEachPixel(frame, (x, y) =>
        {
            PixelSite here = site(x, y);
            return stage.Stage switch
            {
                IPointwiseStage pointwise => pointwise.VarianceOf(image[x, y], variance[x, y], here, stage.Parameters),
                ISampleStage samples when isMosaic => new(samples.VarianceOf(image[x, y].R, variance[x, y].R, new(here, (int)filters!.At(x, y)), stage.Parameters), 0, 0),
                ISampleStage samples => image[x, y].Map((signal, channel) => samples.VarianceOf(signal, Channel(variance[x, y], channel), new(here, channel), stage.Parameters)),
                _ => throw new ArgumentException($"{stage.Name} has no variance.", nameof(chain)),
            };
        });
    }

    /// <summary>Computes an image of a frame's size, its rows in parallel.</summary>
    public static SignalImage ForEachPixel(SensorFrame frame, Func<int, int, Rgb> function)
    {
        var result = new SignalImage(frame.Width, frame.Height);
        Parallel.For(0, frame.Height, y =>
        {
            for (int x = 0; x < frame.Width; x++)
            {
                result[x, y] = function(x, y);
            }
        });
        return result;
    }

    private static double Channel(Rgb rgb, int channel) => channel == 0 ? rgb.R : channel == 1 ? rgb.G : rgb.B;

    private static Func<int, int, PixelSite> Sites(SensorChain chain, int index, SensorFrame frame)
    {
        ChainStage stage = chain.Stages[index];
        SignalRange range = chain.RangeBefore(index, frame.Exposure.Iso);
        FilterPattern? filters = chain.Filters;
        double[] coefficients = [.. stage.Stage.CoefficientsOf(stage.Parameters)];
        uint stream = stage.Stream;
        return (x, y) => new(
            x, y, frame.Width, frame.Height, frame.Exposure, range, coefficients, filters,
            new(frame.FrameKey, (uint)((y * frame.Width) + x), frame.Step, stream),
            new(frame.SensorKey, PixelSite.PatternIndex(x, y, frame.Width, frame.Height), RandomStream.FixedPatternStep, stream));
    }
}

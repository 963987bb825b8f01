using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.OpticsMeasuredPsf;

/// <summary>Each point becomes its measured image, in front of the shutter. Light is neither lost nor made.</summary>
public sealed class MeasuredPsfStage : NeighbourhoodStage<MeasuredPsfParameters>
{
    public override SignalDomain Input => SignalDomain.RadianceLayers;

    public override SignalDomain Output => SignalDomain.RadianceLayers;

    public override string ShaderFile => "optics_measured_psf.glsl";

    /// <summary>Red, green and blue of each place of the kernel, row by row.</summary>
    public override IReadOnlyList<double> Coefficients(MeasuredPsfParameters parameters)
    {
        double[][] squares = [.. parameters.Kernel.Chunk(parameters.Side * parameters.Side).Select(square => square.Select(tap => tap / square.Sum()).ToArray())];
        return [.. Enumerable.Range(0, squares[0].Length).SelectMany(i => Enumerable.Range(0, 3).Select(color => squares[parameters.HasColours ? color : 0][i]))];
    }

    public override Rgb Reference(SignalImage image, in PixelSite site, int pass, MeasuredPsfParameters parameters)
    {
        int side = parameters.Side, radius = side / 2;
        IReadOnlyList<double> taps = site.Coefficients;
        var sum = default(Rgb);
        for (int i = 0; i < side * side; i++)
        {
            Rgb light = image.At(site.X + radius - (i % side), site.Y + radius - (i / side));
            sum += new Rgb(taps[3 * i] * light.R, taps[(3 * i) + 1] * light.G, taps[(3 * i) + 2] * light.B);
        }

        return sum;
    }
}

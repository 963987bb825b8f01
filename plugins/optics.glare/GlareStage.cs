using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.OpticsGlare;

/// <summary>
/// Point spread (1 − g) δ + g h. h is a sum of eight cubic B-spline bells, each twice as wide as the last, with standard deviations from 1 to 148 px, weighted so that
/// together they fall off as a power of the distance. Each bell is the last one blurred by five taps that lie twice as far apart, so the widest level is done first and the
/// narrower blurs are shared: after each level the stage's input is mixed in (Horner's rule), ten taps a level in place of a kernel of a million.
/// </summary>
public sealed class GlareStage : MultipassStage<GlareParameters>
{
    private const int Levels = 8;

    public override SignalDomain Input => SignalDomain.RadianceLayers;

    public override SignalDomain Output => SignalDomain.RadianceLayers;

    public override string ShaderFile => "optics_glare.glsl";

    /// <summary>Along rows and along columns for each level, the widest first.</summary>
    public override int Passes => 2 * Levels;

    /// <summary>What part of the stage's input is mixed in behind each level: behind the first, narrowest one the light that is not scattered.</summary>
    public override IReadOnlyList<double> Coefficients(GlareParameters parameters)
    {
        double[] weights = [.. Enumerable.Range(0, Levels).Select(level => Math.Pow(2, level * (2 - parameters.Falloff)))];
        return [1 - parameters.Share, .. Enumerable.Range(0, Levels - 1).Select(level => weights[level] / weights.Skip(level).Sum())];
    }

    public override Rgb Reference(SignalImage image, SignalImage input, in PixelSite site, int pass, GlareParameters parameters)
    {
        int level = Levels - 1 - (pass / 2), step = 1 << level, dx = pass % 2 == 0 ? step : 0, dy = step - dx;
        Rgb blurred = (0.375 * image[site.X, site.Y])
            + (0.25 * (image.At(site.X - dx, site.Y - dy) + image.At(site.X + dx, site.Y + dy)))
            + (0.0625 * (image.At(site.X - (2 * dx), site.Y - (2 * dy)) + image.At(site.X + (2 * dx), site.Y + (2 * dy))));
        double mixed = pass % 2 == 0 ? 0 : site.Coefficients[level];
        return ((1 - mixed) * blurred) + (mixed * input[site.X, site.Y]);
    }
}

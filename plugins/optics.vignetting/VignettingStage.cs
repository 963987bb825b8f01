using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.OpticsVignetting;

/// <summary>
/// Relative illumination cos⁴θ · (1 + k1 r² + k2 r⁴ + k3 r⁶) · m(r), never below 0; tan θ is the distance to the image's middle over the focal length, and m what was measured, linear
/// between its numbers.
/// </summary>
public sealed class VignettingStage : PointwiseStage<VignettingParameters>
{
    public override SignalDomain Input => SignalDomain.RadianceLayers;

    public override SignalDomain Output => SignalDomain.RadianceLayers;

    public override string ShaderFile => "optics_vignetting.glsl";

    /// <summary>The square of half the image's width over the focal length, then what was measured.</summary>
    public override IReadOnlyList<double> Coefficients(VignettingParameters parameters) =>
        [Math.Pow(Math.Tan(parameters.HorizontalFovDeg * Math.PI / 360), 2), .. parameters.Measured];

    public override Rgb Reference(Rgb signal, in PixelSite site, VignettingParameters parameters)
    {
        double width = site.Width, height = site.Height, x = (2 * site.X) + 1 - width, y = (2 * site.Y) + 1 - height, squared = (x * x) + (y * y);
        double secant2 = 1 + (site.Coefficients[0] * squared / (width * width)), r2 = squared / ((width * width) + (height * height));
        double falloff = 1 + (r2 * (parameters.K1 + (r2 * (parameters.K2 + (r2 * parameters.K3)))));
        return Math.Max(0, falloff) * Measured(site.Coefficients, Math.Sqrt(r2)) / (secant2 * secant2) * signal;
    }

    private static double Measured(IReadOnlyList<double> coefficients, double r)
    {
        int steps = coefficients.Count - 2;
        if (steps < 1)
        {
            return 1;
        }

        int step = Math.Min((int)(r * steps), steps - 1);
        double share = (r * steps) - step;
        return ((1 - share) * coefficients[1 + step]) + (share * coefficients[2 + step]);
    }
}

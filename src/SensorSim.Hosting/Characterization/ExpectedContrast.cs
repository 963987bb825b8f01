using SensorSim.Rendering.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Characterization;

/// <summary>The contrast that a chain should have by its stages' formulas, square pixels included.</summary>
public static class ExpectedContrast
{
    /// <summary>In green; null where a stage in front of the shutter has no formula here.</summary>
    public static ContrastCurve? Of(SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        Func<double, double>?[] factors = [.. chain.Stages.Where(stage => stage.Stage.Output == SignalDomain.RadianceLayers).Select(Factor)];
        return factors.Any(factor => factor is null) ? null : new(f => factors.Aggregate(Sinc(f), (product, factor) => product * factor!(f)));
    }

    private static Func<double, double>? Factor(ChainStage stage)
    {
        double Value(string name) => stage.Plugin.Schema.ValuesOf(stage.Parameters)[name]!.GetValue<double>();
        switch (stage.Plugin.Manifest.Id)
        {
            case "optics.vignetting":
                return static _ => 1;
            case "camera.blur":
                double sigma = Value("sigma_px");
                return f => Gaussian(f, sigma);
            case "optics.psf":
                double pixels = Value("green_nm") / 1000 * Value("f_number") / Value("pixel_pitch_um"), aberrations = Value("sigma_px");
                return f => Aperture(f * pixels) * Gaussian(f, aberrations);
            default:
                return null;
        }
    }

    private static double Sinc(double f) => f == 0 ? 1 : Math.Sin(Math.PI * f) / (Math.PI * f);

    private static double Gaussian(double f, double sigma) => Math.Exp(-2 * Math.PI * Math.PI * sigma * sigma * f * f);

    // A circular aperture without aberrations; v is the frequency over that at which contrast ends.
    private static double Aperture(double v) => v >= 1 ? 0 : 2 / Math.PI * (Math.Acos(v) - (v * Math.Sqrt(1 - (v * v))));
}

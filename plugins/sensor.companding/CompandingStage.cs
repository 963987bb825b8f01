using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorCompanding;

/// <summary>
/// y = s₁x to the first knee, then slope s₂ to the second, then s₃, rounded to an integer. <c>expand: true</c> is the inverse, x = y/s₁ and so on, rounded too:
/// both together give x back within ½ + 1/(2s) of the piece's slope.
/// </summary>
public sealed class CompandingStage : SampleStage<CompandingParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "sensor_companding.glsl";

    /// <summary>Places of the knees in the numbers that come in, what they become, and the slopes of the three pieces.</summary>
    public override IReadOnlyList<double> Coefficients(CompandingParameters parameters) => CompandingCurve.Of(parameters).Numbers;

    /// <summary>Of the chord over the range: what makes black and white what they become.</summary>
    public override double Slope(CompandingParameters parameters, double iso, SignalRange before)
    {
        SignalRange after = Range(parameters, iso, before);
        return double.IsFinite(before.WhiteLevel) ? (after.WhiteLevel - after.BlackLevel) / (before.WhiteLevel - before.BlackLevel) : 1;
    }

    public override SignalRange Range(CompandingParameters parameters, double iso, SignalRange before)
    {
        var curve = CompandingCurve.Of(parameters);
        return new(curve.At(before.BlackLevel), curve.At(before.WhiteLevel));
    }

    public override bool HasVariance => true;

    public override double Variance(double signal, double variance, in SampleSite site, CompandingParameters parameters)
    {
        double slope = new CompandingCurve(site.Pixel.Coefficients).SlopeAt(signal);
        return (slope * slope * variance) + (1.0 / 12);
    }

    public override double Reference(double signal, in SampleSite site, CompandingParameters parameters) =>
        Math.Floor(new CompandingCurve(site.Pixel.Coefficients).At(signal) + 0.5);
}

using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorDarkCurrent;

/// <summary>
/// mean e- + T · 2^((ϑ − ϑ_ref)/ϑ_d) · μ_pixel: each pixel's dark current is fixed, spread around the mean, and some pixels are hot. The shot noise behind it makes
/// light and dark current one Poisson count.
/// </summary>
public sealed class DarkCurrentStage : SampleStage<DarkCurrentParameters>
{
    private const uint SpreadBlock = 0;
    private const uint HotBlock = 1;
    private const uint TailBlock = 2;

    public override SignalDomain Input => SignalDomain.MeanElectrons;

    public override SignalDomain Output => SignalDomain.MeanElectrons;

    public override string ShaderFile => "sensor_dark_current.glsl";

    /// <summary>Warming, then location and scale of the logarithm of a lognormal current.</summary>
    public override IReadOnlyList<double> Coefficients(DarkCurrentParameters parameters) =>
        [parameters.Warming(), parameters.LogLocation(), parameters.LogScale()];

    public override double Reference(double signal, in SampleSite site, DarkCurrentParameters parameters)
    {
        double electronsPerSecond = Spread(NormalSampler.Draw(site.Pattern(SpreadBlock)), site, parameters) + Hot(site, parameters);
        return signal + (site.Pixel.Exposure.DurationSeconds * site.Pixel.Coefficients[0] * electronsPerSecond);
    }

    private static double Spread(double z, in SampleSite site, DarkCurrentParameters p) => p.Spread == DarkCurrentSpread.Lognormal && p.DarkCurrentElectronsPerSecond > 0
        ? Math.Exp(site.Pixel.Coefficients[1] + (site.Pixel.Coefficients[2] * z))
        : Math.Max(0, p.DarkCurrentElectronsPerSecond + (p.DsnuElectronsPerSecond * z));

    private static double Hot(in SampleSite site, DarkCurrentParameters p) => RandomStream.Uniform(site.Pattern(HotBlock)) <= p.HotShare
        ? p.HotElectronsPerSecond * Math.Exp(p.HotLogSpread * NormalSampler.Draw(site.Pattern(TailBlock)))
        : 0;
}

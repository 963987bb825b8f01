using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorPrnu;

/// <summary>
/// Photo response non-uniformity: mean e- · (1 + PRNU · z), z standard normal and fixed for each pixel of the sensor. It stands in front of dark current and shot noise:
/// areas and efficiencies of pixels differ, and light is what they multiply.
/// </summary>
public sealed class PrnuStage : SampleStage<PrnuParameters>
{
    public override SignalDomain Input => SignalDomain.MeanElectrons;

    public override SignalDomain Output => SignalDomain.MeanElectrons;

    public override string ShaderFile => "sensor_prnu.glsl";

    public override double Reference(double signal, in SampleSite site, PrnuParameters parameters) =>
        signal * Math.Max(0, 1 + (parameters.PrnuPercent / 100 * NormalSampler.Draw(site.Pattern(0))));
}

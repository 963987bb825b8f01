using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorDsnu;

/// <summary>
/// Dark signal non-uniformity of the readout: e- + DSNU · z, z standard normal and fixed for each pixel of the sensor. What grows with the exposure time is
/// <c>sensor.dark-current</c>'s.
/// </summary>
public sealed class DsnuStage : SampleStage<DsnuParameters>
{
    public override SignalDomain Input => SignalDomain.Electrons;

    public override SignalDomain Output => SignalDomain.Electrons;

    public override string ShaderFile => "sensor_dsnu.glsl";

    public override double Reference(double signal, in SampleSite site, DsnuParameters parameters) =>
        signal + (parameters.DsnuElectrons * NormalSampler.Draw(site.Pattern(0)));
}

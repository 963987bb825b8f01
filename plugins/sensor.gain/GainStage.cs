using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorGain;

/// <summary>DN = K · ISO/100 · e-, real numbers still. From a speed on the high conversion gain multiplies it.</summary>
public sealed class GainStage : SampleStage<GainParameters>
{
    public override SignalDomain Input => SignalDomain.Electrons;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "sensor_gain.glsl";

    public override double Slope(GainParameters parameters, double iso, SignalRange before) =>
        parameters.GainDnPerElectron * iso / 100 * (iso >= parameters.HighGainIso ? parameters.HighGainFactor : 1);

    public override SignalRange Range(GainParameters parameters, double iso, SignalRange before) => before.Times(Slope(parameters, iso, before));

    public override double Reference(double signal, in SampleSite site, GainParameters parameters) =>
        Slope(parameters, site.Pixel.Exposure.Iso, site.Pixel.Range) * signal;
}

using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorAdc;

/// <summary>⌊DN + ½⌋, clipped to 0 … 2^bits − 1. No dither: it would double the variance of quantization. More than 16 bits need <c>sensor.companding</c> behind.</summary>
public sealed class AdcStage : SampleStage<AdcParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "sensor_adc.glsl";

    public override SignalRange Range(AdcParameters parameters, double iso, SignalRange before) => before.ClippedAt(WhiteDn(parameters));

    public override bool HasVariance => true;

    public override double Variance(double signal, double variance, in SampleSite site, AdcParameters parameters) => signal >= 0 && signal <= WhiteDn(parameters) ? variance + (1.0 / 12) : 0;

    public override double Reference(double signal, in SampleSite site, AdcParameters parameters) => Math.Clamp(Math.Floor(signal + 0.5), 0, WhiteDn(parameters));

    private static double WhiteDn(AdcParameters parameters) => (1 << parameters.Bits) - 1;
}

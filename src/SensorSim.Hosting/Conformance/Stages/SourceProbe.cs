using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Takes radiance for a signal of another domain, number for number.</summary>
internal sealed class SourceProbe(SignalDomain domain) : SampleStage<NoParameters>
{
    public override SignalDomain Input => SignalDomain.Radiance;

    public override SignalDomain Output => domain;

    public override string ShaderFile => "source.glsl";

    public override SignalRange Range(NoParameters parameters, double iso, SignalRange before) => domain switch
    {
        SignalDomain.RawDn => TestLight.RawRange,
        SignalDomain.LinearRgb or SignalDomain.DisplayRgb => SignalRange.Unit,
        _ => SignalRange.Unlimited,
    };

    public override double Reference(double signal, in SampleSite site, NoParameters parameters) => (float)signal;
}

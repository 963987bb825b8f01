using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorFullWell;

/// <summary>Clips the charge, before it is read: read noise of a full pixel stays.</summary>
public sealed class FullWellStage : SampleStage<FullWellParameters>
{
    public override SignalDomain Input => SignalDomain.Electrons;

    public override SignalDomain Output => SignalDomain.Electrons;

    public override string ShaderFile => "sensor_full_well.glsl";

    public override SignalRange Range(FullWellParameters parameters, double iso, SignalRange before) => before.ClippedAt(parameters.FullWellElectrons);

    public override bool HasVariance => true;

    public override double Variance(double signal, double variance, in SampleSite site, FullWellParameters parameters) => signal < parameters.FullWellElectrons ? variance : 0;

    public override double Reference(double signal, in SampleSite site, FullWellParameters parameters) => Math.Min(signal, parameters.FullWellElectrons);
}

using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorBlackLevel;

/// <summary>DN + black level, in front of the converter: negative read noise survives it.</summary>
public sealed class BlackLevelStage : SampleStage<BlackLevelParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "sensor_black_level.glsl";

    public override SignalRange Range(BlackLevelParameters parameters, double iso, SignalRange before) => before.Plus(parameters.BlackLevelDn);

    public override double Reference(double signal, in SampleSite site, BlackLevelParameters parameters) => signal + parameters.BlackLevelDn;
}

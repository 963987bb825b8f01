using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorDefects;

/// <summary>Replaces the charge of some pixels of the sensor: stuck ones read a constant, dead ones nothing. Warm pixels are <c>sensor.dark-current</c>'s.</summary>
public sealed class DefectsStage : SampleStage<DefectsParameters>
{
    public override SignalDomain Input => SignalDomain.Electrons;

    public override SignalDomain Output => SignalDomain.Electrons;

    public override string ShaderFile => "sensor_defects.glsl";

    public override double Reference(double signal, in SampleSite site, DefectsParameters parameters)
    {
        double place = RandomStream.Uniform(site.Pattern(0));
        return place <= parameters.HotShare ? parameters.HotElectrons : place > 1 - parameters.DeadShare ? 0 : signal;
    }
}

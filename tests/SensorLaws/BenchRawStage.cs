using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>Takes radiance for digital numbers, fractions and all.</summary>
internal sealed class BenchRawStage : SampleStage<BenchRawStage.Levels>
{
    public override SignalDomain Input => SignalDomain.Radiance;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "raw.glsl";

    public override SignalRange Range(Levels parameters, double iso, SignalRange before) => new(parameters.Black, parameters.White);

    public override double Reference(double signal, in SampleSite site, Levels parameters) => (float)signal;

    internal sealed record Levels
    {
        [Parameter("Black level")]
        public double Black { get; init; }

        [Parameter("White level")]
        public double White { get; init; } = 4095;
    }
}

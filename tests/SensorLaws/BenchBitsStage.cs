using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>Half of a single-precision number's bits as a digital number: two runs read a signal as the GPU had it.</summary>
internal sealed class BenchBitsStage(SignalDomain domain) : SampleStage<BenchBitsStage.Half>
{
    public override SignalDomain Input => domain;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => $"bits-{domain}.glsl";

    public override SignalRange Range(Half parameters, double iso, SignalRange before) => new(0, 65535);

    public override double Reference(double signal, in SampleSite site, Half parameters)
    {
        uint bits = BitConverter.SingleToUInt32Bits((float)signal);
        return parameters.Upper ? bits >> 16 : bits & 0xFFFF;
    }

    internal sealed record Half
    {
        [Parameter("The upper sixteen bits")]
        public bool Upper { get; init; }
    }
}

using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Half of a single-precision number's bits as a digital number: two frames read a signal as the device had it.</summary>
internal sealed class BitsProbe(SignalDomain domain) : SampleStage<BitsHalf>
{
    public override SignalDomain Input => domain;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "bits.glsl";

    public override SignalRange Range(BitsHalf parameters, double iso, SignalRange before) => new(0, ushort.MaxValue);

    public override double Reference(double signal, in SampleSite site, BitsHalf parameters)
    {
        uint bits = BitConverter.SingleToUInt32Bits((float)signal);
        return parameters.Part > 1 ? bits >> 16 : bits & 0xFFFF;
    }
}

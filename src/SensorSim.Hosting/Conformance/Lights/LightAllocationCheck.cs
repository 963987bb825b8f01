using SensorSim.Lights;

namespace SensorSim.Hosting.Conformance.Lights;

/// <summary>Integrals are asked for row by row.</summary>
internal sealed class LightAllocationCheck : IConformanceCheck<LightBench>
{
    public string Id => "allocation";

    public string Promise => "the integrals of a frame allocate no memory";

    public Finding Examine(LightBench subject)
    {
        LampWaveform lamp = subject.Lamp(Settings.Default)!;
        return Finding.AtMost(AllocatedBytes.By(() =>
        {
            for (int row = 0; row < 480; row++) _ = lamp.Integral(row * 1e-5, (row * 1e-5) + 0.01);
        }), 0, "bytes");
    }
}

using SensorSim.Rendering.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>
/// What every sensor must do, whoever computes it: the same laws run on the CPU reference and on the GPU. Names such as PTC-1
/// are those of docs/sensors.md. Tolerances are at least 4 standard errors; seeds are fixed.
/// </summary>
public abstract class SensorLaws
{
    protected const int Side = 512;

    protected abstract SignalImage Run(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers);

    protected SignalImage Run(SensorChain chain, SensorFrame frame, Func<int, int, double> nit) =>
        Run(chain, frame, [SensorBench.Field(frame.Width, frame.Height, nit)]);

    protected double[] Flat(SensorChain chain, SensorFrame frame, double nit) => SensorBench.Samples(Run(chain, frame, (_, _) => nit));
}

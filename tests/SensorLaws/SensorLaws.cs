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

    /// <summary>Computes a frame: on the reference, or on the GPU.</summary>
    protected abstract SignalImage Compute(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers);

    /// <summary>A frame, which counts among the samples of the running test.</summary>
    protected SignalImage Run(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers)
    {
        Acceptance.Saw(frame.Width, frame.Height);
        return Compute(chain, frame, layers);
    }

    protected SignalImage Run(SensorChain chain, SensorFrame frame, Func<int, int, double> nit) =>
        Run(chain, frame, [SensorBench.Field(frame.Width, frame.Height, nit)]);

    /// <summary>All samples of a uniform field: three of a pixel, or one of a mosaic.</summary>
    protected double[] Flat(SensorChain chain, SensorFrame frame, double nit) => SensorBench.Samples(chain, Run(chain, frame, (_, _) => nit));

    /// <inheritdoc cref="Acceptance.Holds"/>
    protected static void Holds(string law, double measured, double expected, double tolerance, string samples = "") =>
        Acceptance.Holds(law, measured, expected, tolerance, samples);

    /// <inheritdoc cref="Acceptance.Exceeds"/>
    protected static void Exceeds(string law, double measured, double limit, string samples = "") => Acceptance.Exceeds(law, measured, limit, samples);
}

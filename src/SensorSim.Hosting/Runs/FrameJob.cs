using SensorSim.Cameras;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Randomness;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Runs;

/// <summary>One frame to render: what a plan says of it, or what a record says of it when it is replayed.</summary>
/// <param name="Sample">Index of the sample.</param>
/// <param name="Step">Index within the episode.</param>
/// <param name="TimeSeconds">Instant of the labels on the episode's clock.</param>
/// <param name="View">The camera at that instant.</param>
/// <param name="Chain">Its sensor chain.</param>
/// <param name="Exposure">When and how strongly it is exposed.</param>
public sealed record FrameJob(long Sample, int Step, double TimeSeconds, CameraView View, SensorChain Chain, Exposure Exposure)
{
    /// <summary>Which cousin is in it, by which random numbers go: frames of one cousin's episodes are then the same until something happens.</summary>
    public required long Cousin { get; init; }

    /// <summary>What carries the camera, its lens, and the instants of flow.</summary>
    public Shot Shot { get; init; } = new();

    /// <summary>The instant that labels are of.</summary>
    public LabelTime LabelTime { get; init; }

    /// <summary>What a nit is in the picture of a camera without a sensor: 1 is what just saturates.</summary>
    public double DisplayPerNit => Exposure.LuxSecondsPerNit / Chain.SaturationLuxSeconds(Exposure.Iso);

    /// <summary>The exposure as its sensor takes it.</summary>
    /// <param name="rowWeights">Of each row, what each radiance layer counts.</param>
    /// <param name="seed">The run's.</param>
    internal SensorFrame SensorFrame(double[] rowWeights, ulong seed) => new(
        View.Intrinsics.Width, View.Intrinsics.Height, Exposure, rowWeights, RandomKey.ForFrames(seed, Cousin, View.Name), RandomKey.ForSensor(View.Name), (uint)Step);
}

using SensorSim.Geometry;

namespace SensorSim.Datasets.Labels;

/// <summary>A keypoint of the posed scene.</summary>
/// <param name="Name">Unique within its object.</param>
/// <param name="World">Metres.</param>
public readonly record struct LabelledKeypoint(string Name, Vector3d World)
{
    /// <summary>The camera when it sees the point; null is that of the labels.</summary>
    public Matrix4x4d? CameraToWorld { get; init; }

    /// <summary>When that is, seconds on the episode's clock; null is the instant of the labels.</summary>
    public double? TimeSeconds { get; init; }
}

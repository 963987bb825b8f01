using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>One link of an <see cref="ArticulatedModel"/>.</summary>
/// <param name="Name">No other body's.</param>
/// <param name="Parent">Place of the body that it hangs on; null of the first.</param>
/// <param name="Pose">In its parent, with every joint at its <see cref="ModelJoint.Zero"/>.</param>
public sealed record ModelBody(string Name, int? Parent, Pose Pose)
{
    /// <summary>Null of what has none.</summary>
    public MassDescription? Mass { get; init; }

    public IReadOnlyList<ModelShape> Shapes { get; init; } = [];
}

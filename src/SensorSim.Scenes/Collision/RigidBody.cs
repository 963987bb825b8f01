using SensorSim.Geometry;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Collision;

/// <summary>A shape at a place. Not for two threads at a time.</summary>
internal sealed class RigidBody
{
    private readonly PosedHull[] _pieces;

    /// <param name="shape">Its shape.</param>
    /// <param name="pose">Of the centre of mass.</param>
    public RigidBody(RigidShape shape, RigidPose pose)
    {
        Shape = shape;
        _pieces = [.. shape.Pieces.Select(piece => new PosedHull(piece))];
        MoveTo(pose);
    }

    public RigidShape Shape { get; }

    /// <summary>Of the centre of mass.</summary>
    public RigidPose Pose { get; private set; }

    public ReadOnlySpan<PosedHull> Pieces => _pieces;

    /// <summary>Around it, world space.</summary>
    public Box Box { get; private set; }

    public void MoveTo(RigidPose pose)
    {
        Pose = pose;
        Box box = Box.Empty;
        foreach (PosedHull piece in _pieces)
        {
            piece.Pose(pose);
            box = box.Union(piece.Box);
        }

        Box = box;
    }

    /// <summary>A world vector under the inverse of the moment of inertia for each kilogram.</summary>
    public Vector3d Turned(Vector3d torque) => Pose.Direction(Shape.InverseGyration.TransformDirection(Pose.ToBody(torque)));
}

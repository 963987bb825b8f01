using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>Where a body is and how it moves at one instant, in the world.</summary>
/// <param name="Pose">Of the body's own frame, as in its description.</param>
/// <param name="CentreOfMass">Metres. Of a body without mass: the origin of its frame.</param>
/// <param name="LinearVelocity">Of the centre of mass, m/s.</param>
/// <param name="AngularVelocity">rad/s.</param>
public readonly record struct BodyState(Pose Pose, Vector3d CentreOfMass, Vector3d LinearVelocity, Vector3d AngularVelocity)
{
    /// <summary>Whether all of it are numbers.</summary>
    public bool IsFinite => Pose.Position.IsFinite && CentreOfMass.IsFinite && LinearVelocity.IsFinite && AngularVelocity.IsFinite
        && double.IsFinite(Pose.Rotation.X + Pose.Rotation.Y + Pose.Rotation.Z + Pose.Rotation.W);

    /// <summary>How fast a point moves that is fixed to the body, m/s.</summary>
    /// <param name="point">In the world, metres; the frame's origin is at <c>Pose.Position</c>.</param>
    public Vector3d VelocityAt(Vector3d point) => LinearVelocity + Vector3d.Cross(AngularVelocity, point - CentreOfMass);
}

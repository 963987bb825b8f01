using SensorSim.Geometry;

namespace SensorSim.Scenes.Motion;

/// <summary>Carries one node along a path.</summary>
/// <param name="Path">The way.</param>
/// <param name="Origin">The point of the world that is on the path: the node's origin where nothing else shifts it.</param>
/// <param name="Pivot">The node's origin in the world, about which it turns.</param>
/// <param name="HeadingRadians">Of the node's +Z where it is not on the path, about +Y from +Z.</param>
/// <param name="ParentToWorld">Of the node's parent when the episode begins: what moves the parent moves the path.</param>
public sealed record NodePath(TimedPath Path, Vector3d Origin, Vector3d Pivot, double HeadingRadians, Matrix4x4d ParentToWorld)
{
    private readonly Matrix4x4d _worldToParent = ParentToWorld.InverseAffine();

    /// <summary>A transform in the parent's frame that is applied after the node's own.</summary>
    /// <param name="seconds">On the episode's clock.</param>
    public Matrix4x4d At(double seconds)
    {
        (Vector3d position, double heading) = Path.At(seconds);
        Quaterniond turn = Path.FacesAhead ? Quaterniond.FromAxisAngle(Vector3d.UnitY, heading - HeadingRadians) : Quaterniond.Identity;
        Matrix4x4d move = Matrix4x4d.FromTrs(Pivot + (position - Origin), turn, new(1, 1, 1)) * Matrix4x4d.FromTranslation(-Pivot);
        return _worldToParent * move * ParentToWorld;
    }
}

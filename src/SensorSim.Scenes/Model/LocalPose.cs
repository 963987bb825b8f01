using SensorSim.Geometry;

namespace SensorSim.Scenes.Model;

/// <summary>A node's place in its parent, in the parts that animations move.</summary>
/// <param name="Translation">Metres.</param>
/// <param name="Rotation">Unit length.</param>
/// <param name="Scale">Along the node's own axes.</param>
public readonly record struct LocalPose(Vector3d Translation, Quaterniond Rotation, Vector3d Scale)
{
    public static LocalPose Identity => new(Vector3d.Zero, Quaterniond.Identity, new(1, 1, 1));

    public Matrix4x4d ToMatrix() => Matrix4x4d.FromTrs(Translation, Rotation, Scale);
}

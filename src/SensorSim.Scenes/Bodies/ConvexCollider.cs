using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Collision;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Bodies;

/// <summary>Convex solids as backends know them.</summary>
internal static class ConvexCollider
{
    /// <summary>What fills so much of its box is one: bevelled edges do not count. Backends know boxes better than any other solid with faces.</summary>
    private const double BoxShare = 0.98;

    /// <param name="hull">A solid.</param>
    /// <param name="shift">By which it is moved.</param>
    public static Collider Of(ConvexHull hull, Vector3d shift)
    {
        Vector3d[] corners = [.. hull.Vertices.Select(vertex => vertex + shift)];
        var box = Box.Around(corners);
        return MassProperties.Of([hull]).Volume >= BoxShare * box.Size.X * box.Size.Y * box.Size.Z
            ? new BoxCollider(box.Size) { Pose = new(box.Centre, Quaterniond.Identity) }
            : new ConvexHullCollider(corners, hull.Faces);
    }
}

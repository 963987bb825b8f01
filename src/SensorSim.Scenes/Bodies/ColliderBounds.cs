using SensorSim.Physics;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Bodies;

/// <summary>How far colliders reach.</summary>
internal static class ColliderBounds
{
    private const double Endless = 1e9;

    /// <summary>A box that holds a body's colliders, in the world.</summary>
    public static Box Of(BodyDescription body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return body.Colliders.Aggregate(Box.Empty, (all, collider) => all.Union(Of(collider).Transformed((body.Pose * collider.Pose).ToMatrix())));
    }

    private static Box Of(Collider collider) => collider switch
    {
        SphereCollider sphere => About(sphere.Radius, sphere.Radius, sphere.Radius),
        BoxCollider box => About(box.Size.X / 2, box.Size.Y / 2, box.Size.Z / 2),
        CapsuleCollider capsule => About(capsule.Radius, (capsule.Height / 2) + capsule.Radius, capsule.Radius),
        CylinderCollider cylinder => About(cylinder.Radius, cylinder.Height / 2, cylinder.Radius),
        ConvexHullCollider hull => Box.Around([.. hull.Vertices]),
        TriangleMeshCollider mesh => Box.Around([.. mesh.Vertices]),
        _ => About(Endless, Endless, Endless),
    };

    private static Box About(double x, double y, double z) => new(new(-x, -y, -z), new(x, y, z));
}

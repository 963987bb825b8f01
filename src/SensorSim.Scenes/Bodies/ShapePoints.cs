using SensorSim.Geometry;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>Points on round shapes whose convex hull stands for them where no collider does: cones, and what is stretched unevenly.</summary>
internal static class ShapePoints
{
    private const int Around = 24;

    // A hull has 64 vertices at most, and so a ball on each end has half of them.
    private static readonly (double Height, int Count)[] s_rings = [(0.0, 14), (0.5, 10), (0.87, 6), (1.0, 1)];

    public static IEnumerable<Vector3d> Of(ColliderShape shape) => shape switch
    {
        SphereShape sphere => Cap(sphere.Radius, 0, 1).Concat(Cap(sphere.Radius, 0, -1)),
        BoxShape box => Enumerable.Range(0, 8).Select(i => 0.5 * new Vector3d((i & 1) == 0 ? -box.Size.X : box.Size.X, (i & 2) == 0 ? -box.Size.Y : box.Size.Y, (i & 4) == 0 ? -box.Size.Z : box.Size.Z)),
        CapsuleShape capsule => Cap(capsule.RadiusTop, capsule.Height / 2, 1).Concat(Cap(capsule.RadiusBottom, -capsule.Height / 2, -1)),
        CylinderShape cylinder => Ring(cylinder.RadiusTop, cylinder.Height / 2, Around).Concat(Ring(cylinder.RadiusBottom, -cylinder.Height / 2, Around)),
        _ => throw new ArgumentException("A round shape or a box is expected.", nameof(shape)),
    };

    private static IEnumerable<Vector3d> Cap(double radius, double height, int side) =>
        s_rings.SelectMany(ring => Ring(radius * Math.Sqrt(1 - (ring.Height * ring.Height)), height + (side * radius * ring.Height), ring.Count));

    private static IEnumerable<Vector3d> Ring(double radius, double height, int count) => Enumerable.Range(0, radius > 1e-12 ? count : 1).Select(i =>
        new Vector3d(radius * Math.Cos(Math.Tau * i / count), height, radius * Math.Sin(Math.Tau * i / count)));
}

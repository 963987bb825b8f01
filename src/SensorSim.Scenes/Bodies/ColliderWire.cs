using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>Colliders as lines that show where they are.</summary>
public static class ColliderWire
{
    private const int Segments = 32;

    /// <summary>Of a plane without end so much is drawn about its origin, with a line each metre.</summary>
    private const int PlaneMetres = 10;

    /// <summary>Pairs of ends in the body's frame.</summary>
    public static IEnumerable<(Vector3d From, Vector3d To)> Of(Collider collider)
    {
        ArgumentNullException.ThrowIfNull(collider);
        return Lines(collider).Select(line => (collider.Pose.Point(line.From), collider.Pose.Point(line.To)));
    }

    private static IEnumerable<(Vector3d From, Vector3d To)> Lines(Collider collider) => collider switch
    {
        SphereCollider sphere => [.. Circle(sphere.Radius, 0), .. Arc(sphere.Radius, Vector3d.UnitX, 0, Segments), .. Arc(sphere.Radius, Vector3d.UnitZ, 0, Segments)],
        BoxCollider box => Box(0.5 * box.Size),
        CapsuleCollider capsule => [.. Round(capsule.Radius, capsule.Height), .. Caps(capsule)],
        CylinderCollider cylinder => Round(cylinder.Radius, cylinder.Height),
        ConvexHullCollider hull => Edges(hull.Vertices, hull.Faces),
        TriangleMeshCollider mesh => Edges(mesh.Vertices, [.. mesh.Indices.Chunk(3)]),
        _ => Grid(),
    };

    private static IEnumerable<(Vector3d From, Vector3d To)> Circle(double radius, double height) =>
        Loop(i => new Vector3d(radius * Math.Cos(i), height, radius * Math.Sin(i)), 0, Segments);

    // In the plane of y and another axis.
    private static IEnumerable<(Vector3d From, Vector3d To)> Arc(double radius, Vector3d across, double height, int segments, int first = 0) =>
        Loop(i => (radius * Math.Cos(i) * across) + ((height + (radius * Math.Sin(i))) * Vector3d.UnitY), first, segments);

    private static IEnumerable<(Vector3d From, Vector3d To)> Loop(Func<double, Vector3d> at, int first, int segments) =>
        Enumerable.Range(first, segments).Select(i => (at(Math.Tau * i / Segments), at(Math.Tau * (i + 1) / Segments)));

    private static IEnumerable<(Vector3d From, Vector3d To)> Round(double radius, double height)
    {
        Vector3d half = new(0, height / 2, 0);
        Vector3d[] sides = [radius * Vector3d.UnitX, -radius * Vector3d.UnitX, radius * Vector3d.UnitZ, -radius * Vector3d.UnitZ];
        return [.. Circle(radius, height / 2), .. Circle(radius, -height / 2), .. sides.Select(side => (side - half, side + half))];
    }

    private static IEnumerable<(Vector3d From, Vector3d To)> Caps(CapsuleCollider capsule) => new[] { Vector3d.UnitX, Vector3d.UnitZ }.SelectMany(across =>
        Arc(capsule.Radius, across, capsule.Height / 2, Segments / 2).Concat(Arc(capsule.Radius, across, -capsule.Height / 2, Segments / 2, Segments / 2)));

    private static IEnumerable<(Vector3d From, Vector3d To)> Box(Vector3d half)
    {
        Vector3d Corner(int i) => new((i & 1) == 0 ? -half.X : half.X, (i & 2) == 0 ? -half.Y : half.Y, (i & 4) == 0 ? -half.Z : half.Z);
        return Enumerable.Range(0, 8).SelectMany(i => new[] { 1, 2, 4 }.Where(bit => (i & bit) == 0).Select(bit => (Corner(i), Corner(i | bit))));
    }

    private static IEnumerable<(Vector3d From, Vector3d To)> Edges(IReadOnlyList<Vector3d> vertices, IReadOnlyList<IReadOnlyList<int>> faces) => faces
        .SelectMany(face => face.Select((corner, i) => (A: Math.Min(corner, face[(i + 1) % face.Count]), B: Math.Max(corner, face[(i + 1) % face.Count])))).Distinct()
        .Select(edge => (vertices[edge.A], vertices[edge.B]));

    private static IEnumerable<(Vector3d From, Vector3d To)> Grid() => Enumerable.Range(-PlaneMetres, (2 * PlaneMetres) + 1).SelectMany(i => new[]
    {
        (new Vector3d(i, 0, -PlaneMetres), new Vector3d(i, 0, PlaneMetres)), (new Vector3d(-PlaneMetres, 0, i), new Vector3d(PlaneMetres, 0, i)),
    });
}

using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Cousins.Placement;

/// <summary>An object of the tests: convex parts, and the mesh that scenes show of them.</summary>
internal sealed record Solid(params ConvexPart[] Parts)
{
    public static Solid Block { get; } = new(ConvexPart.Box(new(0, 0.02, 0), new(0.07, 0.04, 0.05)));

    public static Solid Rod { get; } = new(ConvexPart.Prism(16, 0.012, 0.09));

    public static Solid Bracket { get; } = new(ConvexPart.Box(new(0, 0.004, 0), new(0.08, 0.008, 0.05)), ConvexPart.Box(new(-0.036, 0.033, 0), new(0.008, 0.05, 0.05)));

    public static Solid Nut { get; } = new(ConvexPart.Prism(6, 0.025, 0.02));

    public static Solid Plate { get; } = new(ConvexPart.Box(new(0, 0.003, 0), new(0.09, 0.006, 0.06)));

    /// <summary>Inside 0.36 m × 0.28 m, 0.16 m high, on y = 0, with a floor 5 mm thick.</summary>
    public static Solid Bin { get; } = new(
        ConvexPart.Box(new(0, 0.0025, 0), new(0.37, 0.005, 0.29)),
        ConvexPart.Box(new(-0.1825, 0.08, 0), new(0.005, 0.16, 0.29)),
        ConvexPart.Box(new(0.1825, 0.08, 0), new(0.005, 0.16, 0.29)),
        ConvexPart.Box(new(0, 0.08, -0.1425), new(0.37, 0.16, 0.005)),
        ConvexPart.Box(new(0, 0.08, 0.1425), new(0.37, 0.16, 0.005)));

    /// <summary>Three boards, 1.2 m × 0.4 m, at 0.5 m, 0.9 m and 1.3 m, between two uprights; its front is +Z.</summary>
    public static Solid Shelf { get; } = new(
        [.. new[] { 0.5, 0.9, 1.3 }.Select(y => ConvexPart.Box(new(0, y - 0.01, 0), new(1.2, 0.02, 0.4))),
            ConvexPart.Box(new(-0.61, 0.75, 0), new(0.02, 1.5, 0.4)), ConvexPart.Box(new(0.61, 0.75, 0), new(0.02, 1.5, 0.4))]);

    public Mesh ToMesh(string name)
    {
        Vector3[] corners = [.. Parts.SelectMany(part => part.Triangles()).Select(p => new Vector3((float)p.X, (float)p.Y, (float)p.Z))];
        Vector3[] normals = [.. corners.Select((_, i) => Vector3.Normalize(Vector3.Cross(corners[(i / 3 * 3) + 1] - corners[i / 3 * 3], corners[(i / 3 * 3) + 2] - corners[i / 3 * 3])))];
        return new(name, [new Primitive(corners, normals, null, null, null, null, [.. Enumerable.Range(0, corners.Length).Select(i => (uint)i)], null)]);
    }

    public ConvexPart[] At(Matrix4x4d toWorld) => [.. Parts.Select(part => part.Moved(toWorld))];
}

using System.Numerics;
using SensorSim.Physics;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Robots;

/// <summary>The surfaces of simple solids.</summary>
internal static class ShapeSurfaces
{
    /// <summary>A plane without end is drawn so far from its middle, metres.</summary>
    public const double FarthestMetres = 20;

    private const int Around = 48;

    private const int Rings = 24;

    public static ShapeSurface Of(ModelShape shape) => (shape.Solid switch
    {
        PlaneCollider => Plane(Half(shape.HalfSize.X), Half(shape.HalfSize.Z)),
        BoxCollider box => Box(new((float)box.Size.X, (float)box.Size.Y, (float)box.Size.Z)),
        SphereCollider ball => Lathed([.. Arc((float)ball.Radius, 0, -1, 1)]),
        CapsuleCollider capsule => Lathed([.. Arc((float)capsule.Radius, -(float)capsule.Height / 2, -1, 0), .. Arc((float)capsule.Radius, (float)capsule.Height / 2, 0, 1)]),
        CylinderCollider cylinder => Lathed([new(0, -(float)cylinder.Height / 2), new((float)cylinder.Radius, -(float)cylinder.Height / 2), new((float)cylinder.Radius, (float)cylinder.Height / 2), new(0, (float)cylinder.Height / 2)]),
        _ => throw new ArgumentException($"{shape.Name} is no simple solid.", nameof(shape)),
    }).Stretched(new((float)shape.Scale.X, (float)shape.Scale.Y, (float)shape.Scale.Z));

    private static float Half(double size) => (float)(size > 0 ? size : FarthestMetres);

    private static ShapeSurface Plane(float x, float z) => new(
        [new(-x, 0, z), new(x, 0, z), new(x, 0, -z), new(-x, 0, -z)], [Vector3.UnitY, Vector3.UnitY, Vector3.UnitY, Vector3.UnitY], null, [0, 1, 2, 0, 2, 3]);

    private static ShapeSurface Box(Vector3 size)
    {
        (List<Vector3> positions, List<Vector3> normals, List<uint> indices) = ([], [], []);
        foreach (BoxFace face in BoxFace.All)
        {
            uint first = (uint)positions.Count;
            Vector3 middle = face.Normal * size / 2, right = face.Right * size / 2, up = face.Up * size / 2;
            positions.AddRange([middle - right - up, middle + right - up, middle + right + up, middle - right + up]);
            normals.AddRange(Enumerable.Repeat(face.Normal, 4));
            indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
        }

        return new([.. positions], [.. normals], null, [.. indices]);
    }

    // Part of a circle from one height to another, both in radii, with the poles exactly on the axis.
    private static IEnumerable<Vector2> Arc(float radius, float middle, int from, int to)
    {
        int steps = Rings / 2 * (to - from);
        for (int i = 0; i <= steps; i++)
        {
            double angle = Math.PI / 2 * (from + ((double)(to - from) * i / steps));
            bool isPole = (i == 0 && from == -1) || (i == steps && to == 1);
            yield return new(isPole ? 0 : radius * (float)Math.Cos(angle), middle + (radius * (float)Math.Sin(angle)));
        }
    }

    private static ShapeSurface Lathed(Vector2[] profile)
    {
        var mesh = new MeshBuilder();
        Lathe.AddInMetres(mesh, 0, Placement.At(0, 0, 0), Around, profile);
        Primitive surface = mesh.Build("").Primitives[0];
        return new(surface.Positions, surface.Normals, null, surface.Indices);
    }
}

using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Meshes with known answers.</summary>
internal static class Shapes
{
    /// <summary>A square in the XY plane, centred, facing +Z.</summary>
    public static Primitive Quad(float side = 1, int? material = null, Vector4? color = null)
    {
        float h = side / 2;
        return new(
            [new(-h, -h, 0), new(h, -h, 0), new(h, h, 0), new(-h, h, 0)],
            [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ],
            null,
            [new(0, 1), new(1, 1), new(1, 0), new(0, 0)],
            null,
            color is { } c ? [c, c, c, c] : null,
            [0, 1, 2, 0, 2, 3],
            material);
    }

    /// <summary>Corners of <see cref="Disc"/>.</summary>
    public static IReadOnlyList<Vector3> DiscRim { get; } = [.. Enumerable.Range(0, 64).Select(i => new Vector3(0.5f * MathF.Cos(MathF.Tau * i / 64), 0.5f * MathF.Sin(MathF.Tau * i / 64), 0))];

    /// <summary>A disc of diameter 1 in the XY plane, centred, facing +Z: white in the middle, evenly falling to black at the rim.</summary>
    public static Primitive Disc(int? material = null) => new(
        [Vector3.Zero, .. DiscRim],
        [.. Enumerable.Repeat(Vector3.UnitZ, DiscRim.Count + 1)],
        null,
        null,
        null,
        [Vector4.One, .. Enumerable.Repeat(Vector4.UnitW, DiscRim.Count)],
        [.. Enumerable.Range(0, DiscRim.Count).SelectMany(i => new[] { 0u, (uint)i + 1, (uint)((i + 1) % DiscRim.Count) + 1 })],
        material);

    /// <summary>A centred cube with flat normals.</summary>
    public static Primitive Cube(float side = 1, int? material = null)
    {
        var positions = new List<Vector3>();
        var normals = new List<Vector3>();
        var indices = new List<uint>();
        foreach (Vector3 normal in (Vector3[])[Vector3.UnitX, -Vector3.UnitX, Vector3.UnitY, -Vector3.UnitY, Vector3.UnitZ, -Vector3.UnitZ])
        {
            Vector3 right = MathF.Abs(normal.Y) > 0.5f ? Vector3.UnitX : Vector3.Cross(Vector3.UnitY, normal);
            Vector3 up = Vector3.Cross(normal, right);
            uint first = (uint)positions.Count;
            positions.AddRange([normal - right - up, normal + right - up, normal + right + up, normal - right + up]);
            normals.AddRange([normal, normal, normal, normal]);
            indices.AddRange([first, first + 1, first + 2, first, first + 2, first + 3]);
        }

        return new([.. positions.Select(p => p * side / 2)], [.. normals], null, null, null, null, [.. indices], material);
    }

    /// <summary>A unit sphere with its own normals.</summary>
    public static Primitive Sphere(int? material = null, int rings = 48)
    {
        var points = new List<Vector3>();
        var indices = new List<uint>();
        int across = 2 * rings;
        for (int i = 0; i <= rings; i++)
        {
            for (int j = 0; j <= across; j++)
            {
                (float ring, float y) = MathF.SinCos(MathF.PI * i / rings);
                (float x, float z) = MathF.SinCos(MathF.Tau * j / across);
                points.Add(new(ring * x, y, ring * z));
                if (i < rings && j < across)
                {
                    uint a = (uint)((i * (across + 1)) + j), b = a + (uint)across + 1;
                    indices.AddRange([a, b, b + 1, a, b + 1, a + 1]);
                }
            }
        }

        return new([.. points], [.. points], null, null, null, null, [.. indices], material);
    }
}

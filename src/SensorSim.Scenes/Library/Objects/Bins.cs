using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>Open containers of moulded plastic. Metres.</summary>
internal static class Bins
{
    public static IReadOnlyList<ObjectRecipe> All { get; } =
    [
        new("tote-bin", "bin", new(0.6f, 0.22f, 0.4f), parts => Tote(parts, parts.Material("matte-plastic", "matte-plastic-blue", new(0.03f, 0.11f, 0.33f)), new(0.6f, 0.22f, 0.4f))),
        new("small-bin", "bin", new(0.3f, 0.12f, 0.2f), parts => Tote(parts, parts.Material("matte-plastic", "matte-plastic-red", new(0.42f, 0.035f, 0.025f)), new(0.3f, 0.12f, 0.2f))),
        new("grey-tote", "bin", new(0.4f, 0.17f, 0.3f), parts => Tote(parts, parts.Material("matte-plastic"), new(0.4f, 0.17f, 0.3f))),
    ];

    /// <summary>A stacking container: walls that lean, a stiff rim turned over, ribs, and a foot that fits into the next one.</summary>
    private static void Tote(ObjectParts parts, int plastic, Vector3 size)
    {
        const float wall = 0.003f;
        float rim = 0.06f * size.Z, lean = 0.02f * size.Z, lip = 0.1f * size.Y, floor = 0.012f;
        float side = rim + lean, top = size.Y;
        Tub.AddTo(
            parts.Mesh, plastic, Placement.At(0, 0, 0), new(size.X, size.Z), 0.1f * size.Z,
            new(side + 0.014f, 0), new(side + 0.011f, 0.001f), new(side + 0.006f, floor - 0.003f), new(side, floor), new(rim, top - lip - 0.001f), new(0.002f, top - lip), new(0, top - lip + 0.002f), new(0, top - 0.002f), new(0.002f, top),
            new(rim + wall - 0.001f, top), new(rim + wall, top - 0.001f), new(side + wall, floor + 0.006f), new(side + wall + 0.006f, floor + wall));
        foreach (float x in (ReadOnlySpan<float>)[-0.3f, -0.1f, 0.1f, 0.3f])
        {
            foreach (float s in (ReadOnlySpan<float>)[-1, 1])
            {
                parts.Box(plastic, new Vector3(x * size.X, 0.25f * size.Y, s * ((size.Z / 2) - (0.62f * rim))), new(0.006f, (0.65f * size.Y) - 0.002f, 0.9f * rim), 0.0015f);
                parts.Box(plastic, new Vector3(s * ((size.X / 2) - (0.62f * rim)), 0.25f * size.Y, x * 0.9f * size.Z), new(0.9f * rim, (0.65f * size.Y) - 0.002f, 0.006f), 0.0015f);
            }
        }
    }
}

using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>What stands about in yards and halls. Metres.</summary>
internal static class YardObjects
{
    public static IReadOnlyList<ObjectRecipe> All { get; } =
    [
        new("ball", "ball", new(0.07f, 0.07f, 0.07f), parts => parts.Ball(parts.Material("glossy-plastic"), 0.035f, 0.035f, segments: 40, steps: 24)),
        new("cone", "cone", new(0.36f, 0.5f, 0.36f), Cone),
        new("drum", "barrel", new(0.596f, 0.88f, 0.596f), parts => parts.Turned(
            parts.Material("painted-steel"), Placement.At(0, 0, 0), 48,
            new(0, 0.012f), new(0.275f, 0.012f), new(0.28f, 0), new(0.292f, 0), new(0.295f, 0.02f), new(0.286f, 0.03f),
            new(0.286f, 0.28f), new(0.298f, 0.295f), new(0.298f, 0.31f), new(0.286f, 0.325f), new(0.286f, 0.56f), new(0.298f, 0.575f), new(0.298f, 0.59f), new(0.286f, 0.605f),
            new(0.286f, 0.85f), new(0.295f, 0.86f), new(0.292f, 0.88f), new(0.28f, 0.88f), new(0.275f, 0.862f), new(0, 0.862f))),
        new("pallet", "pallet", new(0.8f, PalletMesh.Height, 1.2f), parts => PalletMesh.AddTo(
            parts.Mesh, parts.Material("pine"), (board, size) => new BoxMapping.Tiled(1, AlongUp: size.Z > size.X, new(0.37f * board, 0.23f * board)))),
    ];

    private static void Cone(ObjectParts parts)
    {
        int orange = parts.Material("matte-plastic", "matte-plastic-orange", new(0.72f, 0.12f, 0.01f)), band = parts.Material("matte-plastic", "matte-plastic-white", new(0.74f, 0.74f, 0.72f));
        Tub.AddTo(parts.Mesh, parts.Material("rubber"), Placement.At(0, 0, 0), new(0.36f, 0.36f), 0.04f, new(0.006f, 0), new(0, 0.006f), new(0, 0.022f), new(0.008f, 0.03f));
        parts.Turned(orange, Placement.At(0, 0, 0), 36, new(0, 0.026f), new(0.15f, 0.026f), new(0.15f, 0.034f), new(0.128f, 0.05f), new(0.031f, 0.49f), new(0.026f, 0.5f), new(0, 0.5f));
        foreach ((float low, float high) in (ReadOnlySpan<(float, float)>)[(0.17f, 0.27f), (0.34f, 0.41f)])
        {
            Vector2 At(float y, float lift) => new(0.128f - ((y - 0.05f) * (0.097f / 0.44f)) + lift, y);
            parts.Turned(band, Placement.At(0, 0, 0), 36, At(low, -0.001f), At(low, 0.0008f), At(high, 0.0008f), At(high, -0.001f), At(low, -0.001f));
        }
    }
}

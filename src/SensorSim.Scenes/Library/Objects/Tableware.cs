using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>Cups and bowls. Metres.</summary>
internal static class Tableware
{
    public static IReadOnlyList<ObjectRecipe> All { get; } =
    [
        new("mug", "cup", new(0.119f, 0.096f, 0.082f), Mug),
        new("tumbler", "cup", new(0.076f, 0.12f, 0.076f), Tumbler),
        new("paper-cup", "cup", new(0.09f, 0.11f, 0.09f), PaperCup),
        new("bowl", "bowl", new(0.15f, 0.065f, 0.15f), parts => parts.Turned(
            parts.Material("glazed-ceramic", "glazed-ceramic-blue", new(0.16f, 0.26f, 0.34f)), Placement.At(0, 0, 0), 44,
            new(0, 0.004f), new(0.03f, 0.004f), new(0.031f, 0), new(0.036f, 0), new(0.0375f, 0.004f), new(0.055f, 0.015f), new(0.067f, 0.033f), new(0.073f, 0.054f), new(0.075f, 0.063f),
            new(0.0742f, 0.065f), new(0.0725f, 0.0645f), new(0.069f, 0.054f), new(0.063f, 0.035f), new(0.051f, 0.018f), new(0.034f, 0.0085f), new(0, 0.0075f))),
    ];

    /// <summary>
    /// The nearest surface of glass hides all glass behind it, and would look as if nothing were there. So it has in its colour what the others take: three faces of the two walls
    /// 4 % each; the edge of the rim and the base, in which light runs along the glass, most.
    /// </summary>
    private static void Tumbler(ObjectParts parts)
    {
        int wall = parts.Material("glass"), walls = parts.Material("glass", "glass-two-walls", new(0.85f, 0.88f, 0.87f)), along = parts.Material("glass", "glass-edge", new(0.32f, 0.45f, 0.41f));
        ReadOnlySpan<Vector2> foot = [new(0, 0.002f), new(0.026f, 0.001f), new(0.029f, 0), new(0.031f, 0.002f), new(0.0316f, 0.012f)];
        ReadOnlySpan<Vector2> rim = [new(0.0379f, 0.118f), new(0.038f, 0.1195f), new(0.0375f, 0.12f), new(0.0365f, 0.12f), new(0.036f, 0.1195f), new(0.0359f, 0.118f)];
        ReadOnlySpan<Vector2> ground = [new(0.0295f, 0.014f), new(0.026f, 0.0115f), new(0, 0.011f)];
        parts.Turned(along, Placement.At(0, 0, 0), 40, foot);
        parts.Turned(walls, Placement.At(0, 0, 0), 40, foot[^1], rim[0]);
        parts.Turned(along, Placement.At(0, 0, 0), 40, rim);
        parts.Turned(wall, Placement.At(0, 0, 0), 40, rim[^1], ground[0]);
        parts.Turned(along, Placement.At(0, 0, 0), 40, ground);
    }

    private static void Mug(ObjectParts parts)
    {
        int glaze = parts.Material("glazed-ceramic");
        parts.Turned(
            glaze, Placement.At(0, 0, 0), 44,
            new(0, 0.003f), new(0.028f, 0.003f), new(0.03f, 0), new(0.035f, 0), new(0.0385f, 0.0025f), new(0.041f, 0.01f), new(0.041f, 0.092f), new(0.0404f, 0.0952f), new(0.0392f, 0.096f),
            new(0.038f, 0.0952f), new(0.0374f, 0.092f), new(0.0374f, 0.014f), new(0.035f, 0.0085f), new(0.028f, 0.0065f), new(0, 0.006f));
        Vector2[] path = [.. Enumerable.Range(0, 15).Select(i =>
        {
            (float sin, float cos) = MathF.SinCos(MathF.PI * ((i / 14f) - 0.5f));
            return new Vector2(0.0395f + (0.034f * cos), 0.05f + (0.03f * sin));
        })];
        Sweep.AddTo(parts.Mesh, glaze, Placement.At(0, 0, 0), path, new(0.0045f, 0.0065f), 14);
    }

    /// <summary>Its seam is at the back; rim and sleeve are what makes it a cup to take away.</summary>
    private static void PaperCup(ObjectParts parts)
    {
        parts.Turned(
            parts.Material("white-cardboard"), Placement.At(0, 0, 0), 40,
            new(0, 0.006f), new(0.027f, 0.006f), new(0.0272f, 0), new(0.029f, 0), new(0.043f, 0.106f), new(0.0446f, 0.107f), new(0.045f, 0.1085f), new(0.044f, 0.11f),
            new(0.0425f, 0.1096f), new(0.042f, 0.108f), new(0.0285f, 0.009f), new(0, 0.008f));
        parts.Turned(
            parts.Material("kraft-cardboard"), Placement.At(0, 0, 0), 40,
            new(0.0330f, 0.03f), new(0.0338f, 0.03f), new(0.0408f, 0.083f), new(0.04f, 0.083f), new(0.0330f, 0.03f));
    }
}

using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>Bottles, cans, jars and boxes. Metres.</summary>
internal static class Packaging
{
    public static IReadOnlyList<ObjectRecipe> All { get; } =
    [
        new("bottle", "bottle", new(0.066f, 0.225f, 0.066f), Bottle),
        new("spray-bottle", "bottle", new(0.118f, 0.253f, 0.08f), SprayBottle),
        new("jar", "jar", new(0.082f, 0.118f, 0.082f), Jar),
        new("tin-can", "can", new(0.075f, 0.11f, 0.075f), TinCan),
        new("small-box", "box", new(0.2f, 0.12f, 0.15f), parts => Carton(parts, "white-cardboard", new(0.2f, 0.12f, 0.15f))),
        new("medium-box", "box", new(0.32f, 0.2f, 0.24f), parts => Carton(parts, "kraft-cardboard", new(0.32f, 0.2f, 0.24f))),
        new("large-box", "box", new(0.5f, 0.36f, 0.4f), parts => Carton(parts, "kraft-cardboard", new(0.5f, 0.36f, 0.4f))),
        new("flat-box", "box", new(0.24f, 0.05f, 0.18f), FoldingBox),
    ];

    /// <summary>The whole print on top and below, its upper part around.</summary>
    private static void FoldingBox(ObjectParts parts) => BevelledBox.AddTo(
        parts.Mesh, parts.Material("printed-cardboard"), Placement.At(0, 0, 0), new(0.24f, 0.05f, 0.18f), 0.0012f, new BoxMapping.Fitted(face => face.Normal.Y != 0 ? new(0, 0, 0.24f, 0.24f) : new(0, 0.058f, 0.24f, 0.07f)));

    private static void Bottle(ObjectParts parts)
    {
        // As for the tumbler: the tint is that of both walls, and of the thick foot.
        ReadOnlySpan<Vector2> foot = [new(0, 0.005f), new(0.018f, 0.002f), new(0.024f, 0), new(0.029f, 0.003f), new(0.032f, 0.012f)];
        parts.Turned(parts.Material("acrylic", "acrylic-edge", new(0.52f, 0.56f, 0.6f)), Placement.At(0, 0, 0), 40, foot);
        parts.Turned(
            parts.Material("acrylic", "acrylic-two-walls", new(0.82f, 0.84f, 0.86f)), Placement.At(0, 0, 0), 40,
            foot[^1], new(0.033f, 0.02f), new(0.033f, 0.07f), new(0.0318f, 0.076f), new(0.0318f, 0.124f), new(0.033f, 0.13f),
            new(0.033f, 0.148f), new(0.0305f, 0.165f), new(0.024f, 0.182f), new(0.0165f, 0.194f), new(0.0135f, 0.202f), new(0.0128f, 0.22f), new(0, 0.22f));
        parts.Turned(parts.Material("white-cardboard"), Placement.At(0, 0, 0), 40, new(0.0316f, 0.079f), new(0.0324f, 0.079f), new(0.0324f, 0.121f), new(0.0316f, 0.121f), new(0.0316f, 0.079f));
        parts.Turned(
            parts.Material("glossy-plastic", "glossy-plastic-blue", new(0.02f, 0.09f, 0.36f)), Placement.At(0, 0, 0), 32,
            new(0, 0.204f), new(0.0145f, 0.204f), new(0.0152f, 0.2055f), new(0.0152f, 0.2235f), new(0.014f, 0.225f), new(0, 0.225f));
    }

    private static void SprayBottle(ObjectParts parts)
    {
        int body = parts.Material("glossy-plastic", "glossy-plastic-green", new(0.05f, 0.32f, 0.14f)), head = parts.Material("glossy-plastic", "glossy-plastic-white", new(0.74f, 0.74f, 0.72f));
        parts.Turned(
            body, Placement.At(0, 0, 0), 40,
            new(0, 0.004f), new(0.03f, 0), new(0.037f, 0.002f), new(0.04f, 0.008f), new(0.04f, 0.12f), new(0.037f, 0.14f), new(0.026f, 0.16f), new(0.019f, 0.175f), new(0.0165f, 0.19f), new(0.0165f, 0.205f), new(0, 0.205f));
        parts.Turned(parts.Material("white-cardboard"), Placement.At(0, 0, 0), 40, new(0.0396f, 0.03f), new(0.0403f, 0.03f), new(0.0403f, 0.1f), new(0.0396f, 0.1f), new(0.0396f, 0.03f));
        parts.Turned(head, Placement.At(0, 0, 0), 28, new(0, 0.19f), new(0.019f, 0.19f), new(0.0195f, 0.192f), new(0.0185f, 0.212f), new(0.013f, 0.216f), new(0, 0.216f));
        parts.Box(head, new Vector3(0.012f, 0.214f, 0), new(0.085f, 0.034f, 0.026f), 0.009f);
        parts.Box(head, new Vector3(-0.028f, 0.2285f, 0), new(0.035f, 0.0245f, 0.024f), 0.008f);
        parts.Bar(head, new(0.05f, 0.236f, 0), new(0.072f, 0.236f, 0), 0.0085f, 16);
        parts.Box(head, new Placement(new(0.043f, 0.175f, 0), Quaternion.CreateFromAxisAngle(Vector3.UnitZ, -0.28f)), new(0.009f, 0.05f, 0.018f), 0.003f);
    }

    private static void Jar(ObjectParts parts)
    {
        parts.Turned(
            parts.Material("glass"), Placement.At(0, 0, 0), 40,
            new(0, 0.003f), new(0.032f, 0), new(0.037f, 0.002f), new(0.04f, 0.008f), new(0.04f, 0.082f), new(0.038f, 0.09f), new(0.035f, 0.096f), new(0.035f, 0.112f), new(0, 0.112f));
        parts.Turned(
            parts.Material("matte-plastic", "preserve", new(0.5f, 0.14f, 0.02f)), Placement.At(0, 0, 0), 32,
            new(0, 0.008f), new(0.034f, 0.008f), new(0.0365f, 0.012f), new(0.0365f, 0.074f), new(0.0355f, 0.075f), new(0, 0.074f));
        parts.Turned(
            parts.Material("brass"), Placement.At(0, 0, 0), 40,
            new(0, 0.1f), new(0.0395f, 0.1f), new(0.041f, 0.1008f), new(0.041f, 0.1155f), new(0.0395f, 0.118f), new(0.036f, 0.1165f), new(0, 0.1165f));
    }

    private static void TinCan(ObjectParts parts)
    {
        int steel = parts.Material("brushed-steel");
        parts.Turned(
            steel, Placement.At(0, 0, 0), 40,
            new(0, 0.004f), new(0.033f, 0.004f), new(0.034f, 0.0015f), new(0.0355f, 0), new(0.0372f, 0.0006f), new(0.0372f, 0.003f), new(0.0362f, 0.004f),
            new(0.0362f, 0.106f), new(0.0372f, 0.107f), new(0.0372f, 0.1094f), new(0.0355f, 0.11f), new(0.034f, 0.1085f), new(0.033f, 0.106f), new(0.024f, 0.1066f), new(0.0235f, 0.106f), new(0, 0.106f));
        parts.Turned(parts.Material("printed-cardboard"), Placement.At(0, 0, 0), 40, new(0.036f, 0.007f), new(0.0366f, 0.007f), new(0.0366f, 0.103f), new(0.036f, 0.103f), new(0.036f, 0.007f));
    }

    /// <summary>A closed case with tape over its flaps and a label.</summary>
    private static void Carton(ObjectParts parts, string board, Vector3 size)
    {
        const float film = 0.0004f, tape = 0.048f;
        int clear = parts.Material("matte-plastic", "packing-tape", new(0.42f, 0.3f, 0.16f));
        parts.Box(parts.Material(board), Vector3.Zero, size - new Vector3(2 * film, film, 2 * film), 0.003f);
        parts.Box(clear, new Vector3(0, size.Y - film, 0), new(size.X - 0.008f, film, tape), film / 4);
        foreach (float side in (ReadOnlySpan<float>)[-1, 1])
        {
            float drop = 0.22f * size.Y;
            parts.Box(clear, new Vector3(side * (size.X - film) / 2, size.Y - drop - 0.004f, 0), new(film, drop, tape), film / 4);
        }

        Vector2 label = new(MathF.Min(0.14f, 0.5f * size.X), MathF.Min(0.07f, 0.5f * size.Y));
        BevelledBox.AddTo(
            parts.Mesh, parts.ShippingLabel(), Placement.At(-0.16f * size.X, 0.4f * size.Y, (size.Z - film) / 2), new(label, film), film / 4, new BoxMapping.Fitted(_ => new(0, 0, 1, 1)));
        parts.Box(parts.Material("matte-plastic", "packing-tape", new(0.42f, 0.3f, 0.16f)), new Vector3(0, 0.2f * size.Y, -(size.Z - film) / 2), new(tape, 0.1f * size.Y, film), film / 4);
    }
}

using System.Numerics;
using SensorSim.Scenes.Library.Geometry;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>Industrial trucks; their forks point along +Z. Metres.</summary>
internal static class Trucks
{
    public static IReadOnlyList<ObjectRecipe> All { get; } =
    [
        new("pallet-truck", "truck", new(0.54f, 1.2136f, 1.595f), PalletTruck),
        new("forklift", "truck", new(1.1f, 2.13f, 2.97f), Forklift),
    ];

    private static readonly Vector3 s_red = new(0.45f, 0.03f, 0.02f);
    private static readonly Vector3 s_yellow = new(0.72f, 0.36f, 0.015f);
    private static readonly Vector3 s_charcoal = new(0.03f, 0.031f, 0.033f);

    private static void PalletTruck(ObjectParts parts)
    {
        int paint = parts.Material("painted-steel", "painted-steel-red", s_red), dark = parts.Material("painted-steel", "painted-steel-charcoal", s_charcoal);
        int rubber = parts.Material("rubber"), steel = parts.Material("galvanised-steel");
        foreach (float x in (ReadOnlySpan<float>)[-0.19f, 0.19f])
        {
            parts.Box(paint, new Vector3(x, 0.035f, 0.62f), new(0.16f, 0.05f, 1.1f), 0.012f);
            parts.Wheel(rubber, steel, new(x, 0.037f, 1.04f), 0.037f, 0.08f);
            parts.Wheel(rubber, steel, new(x * 0.4f, 0.09f, -0.05f), 0.09f, 0.05f);
        }

        parts.Box(paint, new Vector3(0, 0.06f, 0.08f), new(0.54f, 0.14f, 0.1f), 0.02f);
        parts.Box(paint, new Vector3(0, 0.16f, 0.06f), new(0.3f, 0.2f, 0.08f), 0.03f);
        parts.Bar(steel, new(0, 0.09f, -0.05f), new(0, 0.42f, -0.05f), 0.035f, 24);
        parts.Box(dark, new Vector3(0, 0.13f, -0.05f), new(0.17f, 0.09f, 0.11f), 0.02f);
        parts.Bar(dark, new(0, 0.2f, -0.07f), new(0, 1.06f, -0.36f), 0.019f, 18);
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            parts.Bar(dark, new(0, 1.04f, -0.355f), new(s * 0.13f, 1.1f, -0.375f), 0.014f, 14);
            parts.Bar(dark, new(s * 0.13f, 1.095f, -0.374f), new(s * 0.13f, 1.2f, -0.409f), 0.014f, 14);
        }

        parts.Bar(rubber, new(-0.145f, 1.197f, -0.408f), new(0.145f, 1.197f, -0.408f), 0.017f, 14);
        parts.Box(paint, new Vector3(0, 1.05f, -0.366f), new(0.012f, 0.1f, 0.03f), 0.004f);
    }

    private static void Forklift(ObjectParts parts)
    {
        int paint = parts.Material("painted-steel", "painted-steel-yellow", s_yellow), dark = parts.Material("painted-steel", "painted-steel-charcoal", s_charcoal);
        int rubber = parts.Material("rubber"), steel = parts.Material("galvanised-steel"), seat = parts.Material("woven-fabric");
        Body(parts, paint, dark, seat);
        Guard(parts, dark);
        Mast(parts, dark, steel);
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            parts.Wheel(rubber, paint, new(s * 0.45f, 0.27f, 0.42f), 0.27f, 0.2f, 20);
            parts.Wheel(rubber, paint, new(s * 0.43f, 0.22f, -0.78f), 0.22f, 0.17f, 20);
        }
    }

    private static void Body(ObjectParts parts, int paint, int dark, int seat)
    {
        Tub.AddTo(
            parts.Mesh, paint, Placement.At(0, 0.2f, -0.93f), new(0.98f, 0.56f), 0.16f,
            new(0.06f, 0), new(0.01f, 0.05f), new(0, 0.12f), new(0, 0.5f), new(0.03f, 0.68f), new(0.07f, 0.74f), new(0.14f, 0.76f));
        parts.Box(paint, new Vector3(0, 0.18f, -0.2f), new(0.66f, 0.5f, 1.3f), 0.03f);
        parts.Box(paint, new Vector3(0, 0.62f, -0.42f), new(0.86f, 0.26f, 0.56f), 0.04f);
        parts.Box(dark, new Vector3(0, 0.66f, 0.12f), new(0.84f, 0.03f, 0.54f), 0.01f);
        parts.Box(paint, new Vector3(0, 0.66f, 0.42f), new(0.78f, 0.34f, 0.1f), 0.03f);
        parts.Box(seat, new Vector3(0, 0.88f, -0.36f), new(0.46f, 0.12f, 0.46f), 0.04f);
        parts.Box(seat, new Placement(new(0, 0.95f, -0.6f), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -0.16f)), new(0.44f, 0.5f, 0.1f), 0.04f);
        parts.Bar(dark, new(0, 0.95f, 0.4f), new(0, 1.12f, 0.22f), 0.025f, 14);
        var wheel = new Placement(new(0, 1.115f, 0.225f), Quaternion.CreateFromAxisAngle(Vector3.UnitX, -0.75f));
        parts.Turned(dark, wheel, 32, new(0.135f, -0.012f), new(0.15f, -0.012f), new(0.16f, 0), new(0.15f, 0.012f), new(0.135f, 0.012f), new(0.128f, 0), new(0.135f, -0.012f));
        parts.Box(dark, wheel, new(0.28f, 0.014f, 0.035f), 0.005f);
    }

    private static void Guard(ObjectParts parts, int dark)
    {
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            parts.Bar(dark, new(s * 0.4f, 0.9f, 0.44f), new(s * 0.38f, 2.1f, 0.16f), 0.03f, 10);
            parts.Bar(dark, new(s * 0.4f, 0.85f, -0.86f), new(s * 0.38f, 2.1f, -0.76f), 0.03f, 10);
            parts.Bar(dark, new(s * 0.38f, 2.1f, 0.2f), new(s * 0.38f, 2.1f, -0.79f), 0.03f, 10);
        }

        foreach (float z in (ReadOnlySpan<float>)[0.16f, -0.02f, -0.2f, -0.38f, -0.56f, -0.76f])
        {
            parts.Bar(dark, new(-0.38f, 2.1f, z), new(0.38f, 2.1f, z), z is 0.16f or -0.76f ? 0.03f : 0.014f, 10);
        }
    }

    private static void Mast(ObjectParts parts, int dark, int steel)
    {
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            parts.Box(dark, new Vector3(s * 0.33f, 0.08f, 0.64f), new(0.07f, 2.0f, 0.13f), 0.008f);
            parts.Box(steel, new Vector3(s * 0.26f, 0.12f, 0.64f), new(0.05f, 1.9f, 0.09f), 0.006f);
            parts.Bar(steel, new(s * 0.17f, 0.15f, 0.6f), new(s * 0.17f, 1.7f, 0.6f), 0.028f, 12);
            parts.Box(dark, new Vector3(s * 0.24f, 0.07f, 1.26f), new(0.11f, 0.035f, 1.0f), 0.01f);
            parts.Box(dark, new Vector3(s * 0.24f, 0.07f, 0.78f), new(0.11f, 0.55f, 0.045f), 0.01f);
        }

        foreach (float y in (ReadOnlySpan<float>)[0.1f, 1.05f, 1.98f])
        {
            parts.Box(dark, new Vector3(0, y, 0.66f), new(0.6f, 0.09f, 0.06f), 0.008f);
        }

        foreach (float y in (ReadOnlySpan<float>)[0.2f, 0.5f])
        {
            parts.Box(dark, new Vector3(0, y, 0.73f), new(0.9f, 0.09f, 0.06f), 0.008f);
        }

        foreach (float x in (ReadOnlySpan<float>)[-0.4f, -0.2f, 0, 0.2f, 0.4f])
        {
            parts.Bar(dark, new(x, 0.55f, 0.73f), new(x, 1.25f, 0.73f), 0.012f, 8);
        }

        parts.Bar(dark, new(-0.42f, 1.25f, 0.73f), new(0.42f, 1.25f, 0.73f), 0.02f, 12);
    }
}

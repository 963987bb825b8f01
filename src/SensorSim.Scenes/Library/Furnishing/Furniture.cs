using System.Numerics;
using SensorSim.Scenes.Library.Geometry;
using SensorSim.Scenes.Library.Objects;

namespace SensorSim.Scenes.Library.Furnishing;

/// <summary>Tables, shelves and belts. Metres; every origin is on the floor in the middle.</summary>
internal static class Furniture
{
    /// <summary>A workbench: a top of glued boards along X on a steel frame.</summary>
    /// <param name="parts">Takes it.</param>
    /// <param name="size">Its box.</param>
    /// <param name="top">Material of the top.</param>
    /// <param name="frame">Material of the frame.</param>
    public static void Bench(ObjectParts parts, Vector3 size, string top, string frame)
    {
        const float thickness = 0.04f, leg = 0.05f;
        Top(parts, parts.Material(top), size, thickness);
        int steel = parts.Material(frame), rubber = parts.Material("rubber");
        float x = (size.X / 2) - 0.06f, z = (size.Z / 2) - 0.06f, height = size.Y - thickness;
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            parts.Box(steel, new Vector3(0, height - 0.06f, s * z), new((2 * x) - leg, 0.06f, 0.03f), 0.003f);
            parts.Box(steel, new Vector3(s * x, height - 0.06f, 0), new(0.03f, 0.06f, (2 * z) - leg), 0.003f);
            parts.Box(steel, new Vector3(s * x, 0.16f, 0), new(0.03f, 0.04f, (2 * z) - leg), 0.003f);
            foreach (float t in (ReadOnlySpan<float>)[-1, 1])
            {
                parts.Box(steel, new Vector3(s * x, 0.02f, t * z), new(leg, height - 0.02f, leg), 0.004f);
                parts.Turned(rubber, Placement.At(s * x, 0, t * z), 16, new(0, 0), new(0.02f, 0), new(0.022f, 0.004f), new(0.018f, 0.022f), new(0, 0.022f));
            }
        }

        parts.Box(steel, new Vector3(0, 0.16f, -z), new((2 * x) - leg, 0.04f, 0.03f), 0.003f);
    }

    /// <summary>Boards side by side, each with a grain of its own.</summary>
    private static void Top(ObjectParts parts, int wood, Vector3 size, float thickness)
    {
        const int boards = 4;
        float width = size.Z / boards;
        for (int i = 0; i < boards; i++)
        {
            var mapping = new BoxMapping.Tiled(1, AlongUp: false, new(0.617f * i, 0.143f * i));
            BevelledBox.AddTo(parts.Mesh, wood, Placement.At(0, size.Y - thickness, ((i + 0.5f) * width) - (size.Z / 2)), new(size.X, thickness, width), 0.001f, mapping);
        }
    }

    /// <summary>Open shelving.</summary>
    /// <param name="parts">Takes it.</param>
    /// <param name="size">Its box.</param>
    /// <param name="decks">Heights of the decks' upper sides.</param>
    public static void Shelving(ObjectParts parts, Vector3 size, params ReadOnlySpan<float> decks)
    {
        const float post = 0.04f, deck = 0.03f;
        int uprights = parts.Material("painted-steel"), steel = parts.Material("galvanised-steel");
        float x = (size.X - post) / 2, z = (size.Z - post) / 2;
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            foreach (float t in (ReadOnlySpan<float>)[-1, 1])
            {
                parts.Box(uprights, new Vector3(s * x, 0, t * z), new(post, size.Y, post), 0.003f);
            }

            parts.Bar(uprights, new(s * x, 0.25f, -z), new(s * x, size.Y - 0.25f, z), 0.008f, 8);
        }

        foreach (float y in decks)
        {
            parts.Box(steel, new Vector3(0, y - deck, 0), new(size.X - (2 * post) - 0.002f, deck, size.Z - 0.004f), 0.002f);
        }
    }

    /// <summary>A belt conveyor along X.</summary>
    /// <param name="parts">Takes it.</param>
    /// <param name="length">Of the belt.</param>
    /// <param name="width">Of the belt.</param>
    /// <param name="height">Of the belt's upper side.</param>
    public static void Conveyor(ObjectParts parts, float length, float width, float height)
    {
        const float drum = 0.05f;
        int rails = parts.Material("aluminium"), frame = parts.Material("painted-steel"), steel = parts.Material("brushed-steel");
        Vector2[] loop = Outline.RoundedRectangle(new(length, 2 * drum), drum, 9);
        var upright = new Placement(new(0, height - drum, -width / 2), Quaternion.CreateFromAxisAngle(Vector3.UnitX, MathF.PI / 2));
        Extrusion.AddTo(parts.Mesh, parts.Material("rubber"), upright, width, 0.0008f, loop);
        foreach (float s in (ReadOnlySpan<float>)[-1, 1])
        {
            float z = s * ((width / 2) + 0.023f);
            parts.Box(rails, new Vector3(0, height - 0.1f, z), new(length - 0.02f, 0.08f, 0.04f), 0.004f);
            parts.Box(steel, new Vector3(0, height + 0.03f, z + (s * 0.004f)), new(length - 0.1f, 0.04f, 0.006f), 0.002f);
            foreach (float t in (ReadOnlySpan<float>)[-1, -0.33f, 0.33f, 1])
            {
                float x = t * ((length / 2) - 0.2f);
                parts.Box(steel, new Vector3(x, height - 0.03f, z + (s * 0.011f)), new(0.03f, 0.1f, 0.008f), 0.002f);
                if (MathF.Abs(t) == 1)
                {
                    parts.Box(frame, new Vector3(x, 0.02f, z), new(0.06f, height - 0.12f, 0.04f), 0.004f);
                    parts.Box(frame, new Vector3(x, 0, z), new(0.12f, 0.02f, 0.09f), 0.003f);
                }
            }
        }

        foreach (float t in (ReadOnlySpan<float>)[-1, 1])
        {
            parts.Box(frame, new Vector3(t * ((length / 2) - 0.2f), 0.28f, 0), new(0.05f, 0.05f, width + 0.02f), 0.004f);
        }

        parts.Box(frame, new Vector3((length / 2) - 0.42f, height - 0.28f, 0), new(0.26f, 0.16f, 0.16f), 0.02f);
    }
}

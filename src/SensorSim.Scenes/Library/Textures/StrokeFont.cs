using System.Numerics;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>Stencil-like letters made of straight strokes, for signs and prints.</summary>
internal static class StrokeFont
{
    /// <summary>From one letter to the next, in heights of a letter.</summary>
    public const float Advance = 0.78f;

    /// <summary>Points on a grid of 3 columns (0 to 2) and 5 rows (0 at the top); a blank lifts the pen.</summary>
    private static readonly Dictionary<char, string> s_letters = new()
    {
        ['0'] = "00 20 24 04 00", ['1'] = "01 10 14", ['2'] = "00 20 22 02 04 24", ['3'] = "00 20 24 04  02 22", ['4'] = "00 02 22  20 24",
        ['5'] = "20 00 02 22 24 04", ['6'] = "20 00 04 24 22 02", ['7'] = "00 20 14", ['8'] = "00 20 24 04 00  02 22", ['9'] = "22 02 00 20 24 04",
        ['A'] = "04 01 10 21 24  03 23", ['B'] = "00 10 21 12 23 14 04 00  02 12", ['C'] = "20 00 04 24", ['D'] = "00 10 21 23 14 04 00",
        ['E'] = "20 00 04 24  02 12", ['F'] = "20 00 04  02 12", ['G'] = "20 00 04 24 22 12", ['I'] = "10 14", ['K'] = "00 04  20 02 24",
        ['L'] = "00 04 24", ['M'] = "04 00 12 20 24", ['N'] = "04 00 24 20", ['O'] = "00 20 24 04 00", ['P'] = "04 00 20 22 02",
        ['R'] = "04 00 20 22 02  12 24", ['S'] = "20 00 02 22 24 04", ['T'] = "00 20  10 14", ['U'] = "00 04 24 20", ['X'] = "00 24  20 04",
        ['-'] = "02 22", ['^'] = "02 10 22  10 14",
    };

    private static readonly Dictionary<char, (Vector2 From, Vector2 To)[]> s_strokes = s_letters.ToDictionary(l => l.Key, l => Strokes(l.Value));

    /// <summary>Coverage of a line of text at (u, v): 1 inside a stroke, 0 outside.</summary>
    /// <param name="text">Letters that the font has; others are blank.</param>
    /// <param name="u">Right, in heights of a letter from the text's left edge.</param>
    /// <param name="v">Down, in heights of a letter from the text's top.</param>
    /// <param name="weight">Width of a stroke, in heights of a letter.</param>
    /// <param name="soft">Width of the soft edge, in heights of a letter.</param>
    public static float Coverage(string text, float u, float v, float weight, float soft)
    {
        int index = (int)MathF.Floor(u / Advance);
        if (v < -weight || v > 1 + weight || index < 0 || index >= text.Length || !s_strokes.TryGetValue(text[index], out (Vector2 From, Vector2 To)[]? strokes))
        {
            return 0;
        }

        float distance = Distance(strokes, new(u - (index * Advance) - weight, v));
        return 1 - Shade.Step((weight / 2) - soft, (weight / 2) + soft, distance);
    }

    private static float Distance((Vector2 From, Vector2 To)[] strokes, Vector2 p)
    {
        float nearest = float.MaxValue;
        foreach ((Vector2 from, Vector2 to) in strokes)
        {
            nearest = MathF.Min(nearest, ToSegment(p, from, to));
        }

        return nearest;
    }

    private static (Vector2 From, Vector2 To)[] Strokes(string letter) =>
        [.. letter.Split("  ").Select(line => line.Split(' ')).SelectMany(points => points.Zip(points.Skip(1), (a, b) => (Grid(a), Grid(b))))];

    private static Vector2 Grid(string point) => new((point[0] - '0') * 0.25f, (point[1] - '0') * 0.25f);

    private static float ToSegment(Vector2 p, Vector2 a, Vector2 b)
    {
        float along = Math.Clamp(Vector2.Dot(p - a, b - a) / (b - a).LengthSquared(), 0, 1);
        return Vector2.Distance(p, a + (along * (b - a)));
    }
}

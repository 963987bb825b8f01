using System.Runtime.InteropServices;
using SensorSim.Signals;

namespace SensorSim.Restyles;

/// <summary>A scene that is drawn, not rendered: discs and boxes of random colours, shading and pattern before a shaded wall, with exact ids and depths.</summary>
internal static class DrawnScene
{
    private const int Width = 320, Height = 240, Objects = 7;

    public static SourceFrame Of(long number)
    {
        var dice = Dice.Of(number, "drawn scene");
        Shape[] shapes = [.. Enumerable.Range(0, Objects).Select(k => new Shape(dice, (uint)k))];
        ushort[] ids = new ushort[Width * Height], depths = new ushort[ids.Length];
        var picture = new Picture(Width, Height);
        for (int i = 0; i < ids.Length; i++)
            Draw(shapes, dice, i, picture, ids, depths);
        return new(number, "drawn", picture.ToPlane(), Plane(ids), Plane(depths));
    }

    // Back to front, each with a soft edge of one pixel.
    private static void Draw(Shape[] shapes, Dice dice, int i, Picture picture, ushort[] ids, ushort[] depths)
    {
        int x = i % Width, y = i / Width;
        depths[i] = 9000;
        for (int k = 0; k < 3; k++)
            picture.Channels[k][i] = dice.Between(0.25f, 0.45f, 90 + (uint)k) + (0.1f * y / Height) + (0.02f * MathF.Sin(x * 0.3f)) + (0.008f * dice.Normal((uint)i, 80 + (uint)k));
        for (int s = 0; s < shapes.Length; s++)
        {
            float cover = shapes[s].Cover(x, y);
            if (cover > 0.5f)
                (ids[i], depths[i]) = ((ushort)(s + 1), (ushort)(7000 - (800 * s)));
            for (int k = 0; k < 3; k++)
                picture.Channels[k][i] += cover * (shapes[s].Color(x, y, k) + (0.008f * dice.Normal((uint)i, 60 + (uint)k)) - picture.Channels[k][i]);
        }
    }

    private static PixelPlane Plane(ushort[] words) => new(Width, Height, 1, SampleType.UInt16, MemoryMarshal.AsBytes(words.AsSpan()).ToArray());

    private sealed class Shape(Dice dice, uint number)
    {
        private readonly float _x = dice.Between(40, Width - 40, 10, number), _y = dice.Between(40, Height - 40, 11, number), _size = dice.Between(14, 30, 12, number), _turn = dice.Between(0, 3, 13, number);
        private readonly float[] _color = [.. Enumerable.Range(0, 3).Select(k => (number % 2 == 0 ? 0.62f : 0.08f) + dice.Between(0, 0.25f, 14 + (uint)k, number))];

        public float Cover(int x, int y)
        {
            float u = ((x - _x) * MathF.Cos(_turn)) + ((y - _y) * MathF.Sin(_turn)), v = ((y - _y) * MathF.Cos(_turn)) - ((x - _x) * MathF.Sin(_turn));
            float distance = number % 3 == 0 ? MathF.Sqrt((u * u) + (v * v)) : MathF.Max(MathF.Abs(u), MathF.Abs(1.3f * v));
            return Math.Clamp(_size + 0.5f - distance, 0, 1);
        }

        public float Color(int x, int y, int k) => _color[k] + (0.002f * (x - _x)) + (0.03f * MathF.Sin((x * 0.4f) + (number * y * 0.1f)));
    }
}

using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Emitters;

/// <summary>An emissive texture, linear, averaged down to where it is looked up once for each small triangle.</summary>
internal sealed class EmissionMap
{
    private const int MostSide = 128;

    private readonly Vector3[] _texels;
    private readonly int _width;
    private readonly int _height;

    public EmissionMap(Image image)
    {
        (_width, _height) = (Math.Min(image.Width, MostSide), Math.Min(image.Height, MostSide));
        _texels = new Vector3[_width * _height];
        int[] counts = new int[_texels.Length];
        for (int y = 0; y < image.Height; y++)
        {
            for (int x = 0; x < image.Width; x++)
            {
                int at = ((y * _height / image.Height) * _width) + (x * _width / image.Width);
                _texels[at] += Linear(image.Rgba.AsSpan(4 * ((y * image.Width) + x), 3));
                counts[at]++;
            }
        }

        for (int i = 0; i < _texels.Length; i++)
        {
            _texels[i] /= counts[i];
        }
    }

    /// <summary>At texture coordinates, which repeat.</summary>
    public Vector3 At(Vector2 uv) => _texels[(Cell(uv.Y, _height) * _width) + Cell(uv.X, _width)];

    private static int Cell(float coordinate, int count) => Math.Clamp((int)((coordinate - MathF.Floor(coordinate)) * count), 0, count - 1);

    private static Vector3 Linear(ReadOnlySpan<byte> srgb) => new(Linear(srgb[0]), Linear(srgb[1]), Linear(srgb[2]));

    private static float Linear(byte value) => value <= 10 ? value / (255 * 12.92f) : MathF.Pow(((value / 255f) + 0.055f) / 1.055f, 2.4f);
}

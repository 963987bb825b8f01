using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>A painted wall of concrete blocks, 3 by 6 in a tile, laid in half bond.</summary>
internal static class BlockworkTexture
{
    private const int Rows = 6;
    private const int Columns = 3;
    private static readonly TileNoise s_noise = new(71);

    public static Image Color(int size) => Painter.Paint("blockwork_color", size, size, (u, v) =>
    {
        (float joint, float tone) = Block(u, v);
        float grime = Shade.Step(0.45f, 0.8f, s_noise.Fractal(u, v, 7, 4));
        Vector3 paint = Shade.Srgb(206, 204, 196) * (0.95f + (0.06f * tone)) * (1 - (0.07f * grime));
        return paint * (1 - (0.22f * joint)) * (0.96f + (0.06f * s_noise.Smooth(u, v, 200)));
    });

    public static Image Normals(int size) => Painter.PaintNormals("blockwork_normal", size, size, (u, v) =>
        (s_noise.Fractal(u, v, 60, 3) * 1.6f) - (2.2f * Block(u, v).Joint));

    private static (float Joint, float Tone) Block(float u, float v)
    {
        int row = (int)(v * Rows);
        float x = (u * Columns) + (row % 2 * 0.5f), y = v * Rows;
        float across = MathF.Min(x - MathF.Floor(x), 1 - (x - MathF.Floor(x))) * 2, along = MathF.Min(y - row, row + 1 - y);
        float joint = 1 - Shade.Step(0.02f, 0.05f, MathF.Min(across, along));
        return (joint, s_noise.Cell((int)MathF.Floor(x) % Columns, row));
    }
}

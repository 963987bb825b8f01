using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>
/// Boards side by side along u. Each is cut out of a trunk of its own: its surface shows the year rings as far from the pith as they are there, which gives
/// straight grain at the sides and cathedrals in the middle.
/// </summary>
internal sealed class GrainTexture(WoodSpecies species)
{
    private const int Boards = 4;
    private readonly TileNoise _noise = new(species.Seed);

    public static WoodSpecies Pine { get; } = new(Shade.Srgb(222, 188, 138), Shade.Srgb(184, 134, 80), 17, 0.04f, 0.5f, 0.6f, 307);

    public static WoodSpecies Oak { get; } = new(Shade.Srgb(184, 146, 100), Shade.Srgb(142, 104, 64), 24, 0.5f, 0, 0.52f, 331);

    public Image Color(string name, int size) => Painter.Paint(name, size, size, (u, v) =>
    {
        Board board = At(u, v);
        float ring = Ring(board), fibre = Fibre(u, v), pores = Pores(u, v, ring);
        Vector3 wood = Shade.Mix(species.Early, species.Late, (0.72f * ring) + (0.2f * fibre) + (0.25f * board.Tone) - 0.12f);
        wood = Shade.Mix(wood, species.Late * 0.55f, 0.8f * board.Knot);
        return wood * (1 - (species.Pores * 0.55f * pores)) * (0.95f + (0.07f * _noise.Fractal(u + 0.5f, v, 3, 4))) * (1 - (0.55f * board.Joint));
    });

    /// <summary>Roughness in G; B (metalness) is 0.</summary>
    public Image Roughness(string name, int size) => Painter.Paint(name, size, size, (u, v) =>
    {
        Board board = At(u, v);
        float roughness = species.Roughness + (0.1f * (Fibre(u, v) - 0.5f)) - (0.08f * Ring(board)) + (0.12f * (_noise.Fractal(u, v, 3, 3) - 0.5f)) + (0.2f * board.Joint);
        return new(1, Math.Clamp(roughness, 0.3f, 0.95f), 0);
    });

    public Image Normals(string name, int size) => Painter.PaintNormals(name, size, size, (u, v) =>
    {
        Board board = At(u, v);
        float ring = Ring(board);
        return (0.35f * Fibre(u, v)) + (0.3f * ring) - (species.Pores * 0.9f * Pores(u, v, ring)) - (1.2f * board.Joint);
    });

    /// <summary>What a point shows of its board: how many rings from the pith, and the rest.</summary>
    private Board At(float u, float v)
    {
        int row = Math.Clamp((int)(v * Boards), 0, Boards - 1);
        float across = (v * Boards) - row;
        float pith = 0.5f + (1.3f * (Random(row, 1) - 0.5f)), shift = Random(row, 2);

        // The trunk is not straight: along the board the pith comes nearer and goes away again.
        float depth = 0.12f + (0.75f * _noise.Smooth(u + shift, Random(row, 3), 2, 1 << 6));
        float wander = 0.09f * (_noise.Smooth(u + shift, v, 3, 5) - 0.5f);
        float side = across - pith + wander;
        float knot = Knot(u, across, row);
        float distance = MathF.Sqrt((side * side) + (depth * depth)) + (0.12f * knot) + (0.012f * _noise.Smooth(u, v, 14, 40));
        float edge = MathF.Min(across, 1 - across);
        return new(distance * species.RingsPerBoard, Random(row, 4), Shade.Step(0.55f, 0.9f, knot), 1 - Shade.Step(0.003f, 0.016f, edge));
    }

    /// <summary>0 in spring; summer's wood darkens slowly and ends at once.</summary>
    private float Ring(Board board)
    {
        float year = MathF.Floor(board.Rings), t = board.Rings - year;
        float late = Shade.Step(0.25f, 0.9f, t) * (1 - Shade.Step(0.93f, 1, t));
        return late * (0.55f + (0.45f * _noise.Cell((int)year, 17)));
    }

    private float Fibre(float u, float v) => (0.6f * _noise.Smooth(u, v, 12, 240)) + (0.4f * _noise.Smooth(u + 0.2f, v, 30, 200));

    private float Pores(float u, float v, float ring) =>
        species.Pores > 0 ? Shade.Step(0.62f, 0.85f, _noise.Smooth(u + 0.41f, v, 36, 230)) * (1 - (0.7f * ring)) : 0;

    /// <summary>1 in the middle of a board's knot, falling to 0 around it.</summary>
    private float Knot(float u, float across, int row)
    {
        if (Random(row, 5) >= species.Knots)
        {
            return 0;
        }

        float du = u - (0.2f + (0.6f * Random(row, 6))), dv = (across - (0.25f + (0.5f * Random(row, 7)))) / Boards;
        float square = ((0.3f * du * du) + (dv * dv)) * 2500;
        return 1 / (1 + (square * square));
    }

    private float Random(int row, int what) => _noise.Cell(row + 100, what + 1000);

    private readonly record struct Board(float Rings, float Tone, float Knot, float Joint);
}

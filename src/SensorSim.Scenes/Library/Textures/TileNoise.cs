using System.Runtime.CompilerServices;

namespace SensorSim.Scenes.Library.Textures;

/// <summary>
/// Value noise on a lattice that repeats, so that textures tile. Only additions, multiplications and integer hashes: the same numbers everywhere.
/// Optimized from the first call on: millions of texels are painted in programs that live for seconds.
/// </summary>
internal sealed class TileNoise(uint seed)
{
    /// <summary>Smooth noise in 0 to 1 with so many lattice cells over one tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Smooth(float u, float v, int cellsU, int cellsV)
    {
        float x = u * cellsU, y = v * cellsV;
        int ix = (int)MathF.Floor(x), iy = (int)MathF.Floor(y);
        float fx = Fade(x - ix), fy = Fade(y - iy);
        int left = Wrap(ix, cellsU), right = left + 1 == cellsU ? 0 : left + 1;
        int above = Wrap(iy, cellsV), below = above + 1 == cellsV ? 0 : above + 1;
        return Mix(Mix(Cell(left, above), Cell(right, above), fx), Mix(Cell(left, below), Cell(right, below), fx), fy);
    }

    public float Smooth(float u, float v, int cells) => Smooth(u, v, cells, cells);

    /// <summary>Octaves of noise, each twice as fine and half as strong; about 0 to 1 with mean 0.5.</summary>
    public float Fractal(float u, float v, int cells, int octaves)
    {
        float sum = 0, weight = 0.5f, total = 0;
        for (int octave = 0; octave < octaves; octave++)
        {
            sum += weight * Smooth(u, v, cells << octave);
            total += weight;
            weight *= 0.5f;
        }

        return sum / total;
    }

    /// <summary>Independent per cell, 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Cell(int x, int y) => Hash((uint)x, (uint)y) * (1f / 4294967296f);

    // Nearly always inside already, and a division costs as much as the rest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Wrap(int i, int n) => (uint)i < (uint)n ? i : ((i % n) + n) % n;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Fade(float t) => t * t * (3 - (2 * t));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Mix(float a, float b, float t) => a + ((b - a) * t);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint Hash(uint x, uint y)
    {
        uint h = seed + (x * 0x9E3779B1u) + (y * 0x85EBCA77u);
        h = (h ^ (h >> 15)) * 0x2C1B3C6Du;
        h = (h ^ (h >> 12)) * 0x297A2D39u;
        return h ^ (h >> 15);
    }
}

using System.Numerics;

namespace SensorSim.Randomness;

/// <summary>
/// Sobol's sequence with nested uniform scrambling: any aligned run of 2ᵏ points has one point in each of 2ᵏ equal parts of every axis, and no
/// lattice that could beat with something periodic. Direction numbers: Joe and Kuo 2008, "Constructing Sobol sequences with better
/// two-dimensional projections"; scrambling by hashing: Burley 2020, "Practical hash-based Owen scrambling".
/// </summary>
public static class SobolSequence
{
    /// <summary>Axes that there are.</summary>
    public const int Dimensions = 512;

    private static readonly uint[][] Directions = SobolDirections.Read();

    /// <summary>One coordinate of one point without scrambling, in units of 2⁻³².</summary>
    /// <param name="index">From 0, which is the origin.</param>
    /// <param name="dimension">Below <see cref="Dimensions"/>.</param>
    public static uint Point(uint index, int dimension)
    {
        uint bits = 0;
        foreach (uint direction in Directions[dimension])
        {
            bits ^= (index & 1) != 0 ? direction : 0;
            index >>= 1;
        }

        return bits;
    }

    /// <summary>One coordinate of one point, from 0 up to but not including 1.</summary>
    /// <param name="index">From 0.</param>
    /// <param name="dimension">Below <see cref="Dimensions"/>.</param>
    /// <param name="seed">Equal for the points of one axis of one sequence.</param>
    public static double Coordinate(uint index, int dimension, uint seed) => Reverse(Permute(Reverse(Point(index, dimension)), seed)) / 4294967296.0;

    // Laine and Karras's permutation: each bit is flipped by a hash of the bits below it.
    private static uint Permute(uint x, uint seed)
    {
        x ^= x * 0x3D20ADEA;
        x += seed;
        x *= (seed >> 16) | 1;
        x ^= x * 0x05526C56;
        x ^= x * 0x53A22864;
        return x;
    }

    private static uint Reverse(uint x)
    {
        x = BinaryReverse(x, 1, 0x55555555);
        x = BinaryReverse(x, 2, 0x33333333);
        x = BinaryReverse(x, 4, 0x0F0F0F0F);
        return BitOperations.RotateLeft(x & 0x00FF00FF, 24) | BitOperations.RotateLeft(x & 0xFF00FF00, 8);
    }

    private static uint BinaryReverse(uint x, int shift, uint mask) => ((x >> shift) & mask) | ((x & mask) << shift);
}

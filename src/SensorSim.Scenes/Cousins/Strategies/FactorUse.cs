using System.Runtime.CompilerServices;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>One factor's place in a combination: the row's tuple is <c>TupleAtBinZero(row) + bin · Stride</c>.</summary>
internal readonly struct FactorUse(int offset, int stride, int[] others, int[] otherStrides)
{
    private const int Several = -1;

    // Of pairs the whole, held here: this is asked for more often than anything else of a search.
    private readonly int _other = others.Length == 1 ? others[0] : Several;
    private readonly int _otherStride = others.Length == 1 ? otherStrides[0] : 0;

    /// <summary>From one bin of the factor to the next.</summary>
    public int Stride => stride;

    /// <summary>The row's tuple if the factor's bin were 0; -1 when another factor of the combination is open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int TupleAtBinZero(int[] row) =>
        _other == Several ? TupleOfSeveral(row)
        : row[_other] is var bin && bin < 0 ? -1
        : offset + (bin * _otherStride);

    private int TupleOfSeveral(int[] row)
    {
        int tuple = offset;
        for (int i = 0; i < others.Length; i++)
        {
            int bin = row[others[i]];
            if (bin < 0)
            {
                return -1;
            }

            tuple += bin * otherStrides[i];
        }

        return tuple;
    }
}

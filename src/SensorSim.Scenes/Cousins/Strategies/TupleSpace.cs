namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>All tuples that a problem asks for, numbered: combination of factors after combination, bins within.</summary>
internal sealed class TupleSpace
{
    private readonly int[][] _strides;
    private readonly int[] _offsets;

    /// <exception cref="CoveringArrayException">There are more than <see cref="CoveringProblem.MaximumTuples"/>.</exception>
    public TupleSpace(IReadOnlyList<int> binCounts, int strength, IReadOnlyList<StrongerGroup> stronger)
    {
        BinCounts = [.. binCounts];
        Combinations = FactorCombinations.Of(BinCounts, strength, stronger);
        _strides = [.. Combinations.Select(StridesOf)];
        _offsets = new int[Combinations.Length + 1];
        for (int c = 0; c < Combinations.Length; c++)
        {
            _offsets[c + 1] = _offsets[c] + Combinations[c].Aggregate(1, (product, factor) => product * BinCounts[factor]);
        }

        Uses = [.. UsesByFactor().Select(uses => uses.ToArray())];
    }

    public int[] BinCounts { get; }

    /// <summary>Factors of each combination, increasing; none contains another.</summary>
    public int[][] Combinations { get; }

    /// <summary>For each factor the combinations that it is in.</summary>
    public FactorUse[][] Uses { get; }

    public int Count => _offsets[^1];

    /// <summary>The tuples of a combination: the number of the first, and of the first of the next combination.</summary>
    public (int First, int End) Range(int combination) => (_offsets[combination], _offsets[combination + 1]);

    /// <summary>The number of a row's tuple of a combination; -1 when a cell is open.</summary>
    public int TupleOf(int combination, ReadOnlySpan<int> row)
    {
        int tuple = _offsets[combination];
        int[] factors = Combinations[combination], strides = _strides[combination];
        for (int i = 0; i < factors.Length; i++)
        {
            int bin = row[factors[i]];
            if (bin < 0)
            {
                return -1;
            }

            tuple += bin * strides[i];
        }

        return tuple;
    }

    /// <summary>Writes a tuple's bins into a row and returns its factors.</summary>
    public int[] Write(int tuple, Span<int> row)
    {
        int combination = CombinationOf(tuple);
        int[] factors = Combinations[combination], strides = _strides[combination];
        for (int i = 0; i < factors.Length; i++)
        {
            row[factors[i]] = (tuple - _offsets[combination]) / strides[i] % BinCounts[factors[i]];
        }

        return factors;
    }

    public BinTuple Describe(int tuple)
    {
        int[] row = new int[BinCounts.Length];
        int[] factors = Write(tuple, row);
        return new(factors, [.. factors.Select(factor => row[factor])]);
    }

    private int CombinationOf(int tuple)
    {
        int found = Array.BinarySearch(_offsets, tuple);
        return found >= 0 ? found : ~found - 1;
    }

    private int[] StridesOf(int[] factors)
    {
        int[] strides = new int[factors.Length];
        for (int i = factors.Length - 1, stride = 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= BinCounts[factors[i]];
        }

        return strides;
    }

    private List<FactorUse>[] UsesByFactor()
    {
        List<FactorUse>[] uses = [.. BinCounts.Select(_ => new List<FactorUse>())];
        for (int c = 0; c < Combinations.Length; c++)
        {
            int[] factors = Combinations[c], strides = _strides[c];
            for (int i = 0; i < factors.Length; i++)
            {
                uses[factors[i]].Add(new(_offsets[c], strides[i], Without(factors, i), Without(strides, i)));
            }
        }

        return uses;
    }

    private static int[] Without(int[] all, int index) => [.. all[..index], .. all[(index + 1)..]];
}

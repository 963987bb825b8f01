namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Which factors are to be covered together.</summary>
internal static class FactorCombinations
{
    /// <summary>
    /// All combinations of the wanted sizes, largest first, without those that lie in a larger one: a tuple that can occur is part of a
    /// larger one that can.
    /// </summary>
    /// <exception cref="CoveringArrayException">They have more than <see cref="CoveringProblem.MaximumTuples"/> tuples.</exception>
    public static int[][] Of(int[] binCounts, int strength, IReadOnlyList<StrongerGroup> stronger)
    {
        StrongerGroup[] wanted =
        [
            .. stronger.Append(new([.. Enumerable.Range(0, binCounts.Length)], strength))
                .Select(group => new StrongerGroup([.. group.Factors.Order()], Math.Min(group.Strength, group.Factors.Count)))
                .OrderByDescending(group => group.Strength),
        ];
        CheckSize(binCounts, wanted);
        var contained = new HashSet<UInt128>();
        var combinations = new List<int[]>();
        foreach (StrongerGroup group in wanted)
        {
            foreach (int[] factors in Choose([.. group.Factors], group.Strength).Where(f => contained.Add(KeyOf(f))))
            {
                combinations.Add(factors);
                contained.UnionWith(wanted.Length > 1 ? Subsets(factors).Select(KeyOf) : []);
            }
        }

        return [.. combinations];
    }

    /// <summary>How many tuples of a size there are over some factors, or <see cref="long.MaxValue"/> for very many.</summary>
    public static long CountTuples(IEnumerable<int> binCounts, int size)
    {
        // Coefficients of the product of (1 + count·x): the elementary symmetric polynomials.
        var coefficients = new System.Numerics.BigInteger[size + 1];
        coefficients[0] = 1;
        foreach (int count in binCounts)
        {
            for (int i = size; i > 0; i--)
            {
                coefficients[i] += coefficients[i - 1] * count;
            }
        }

        return coefficients[size] > long.MaxValue ? long.MaxValue : (long)coefficients[size];
    }

    /// <summary>All choices of <paramref name="size"/> items, in order.</summary>
    public static IEnumerable<int[]> Choose(int[] items, int size)
    {
        int[] chosen = [.. Enumerable.Range(0, size)];
        while (true)
        {
            yield return [.. chosen.Select(i => items[i])];
            int last = size - 1;
            while (last >= 0 && chosen[last] == items.Length - size + last)
            {
                last--;
            }

            if (last < 0)
            {
                yield break;
            }

            chosen[last]++;
            for (int i = last + 1; i < size; i++)
            {
                chosen[i] = chosen[i - 1] + 1;
            }
        }
    }

    private static void CheckSize(int[] binCounts, StrongerGroup[] wanted)
    {
        foreach (StrongerGroup group in wanted)
        {
            long tuples = CountTuples(group.Factors.Select(f => binCounts[f]), group.Strength);
            if (tuples > CoveringProblem.MaximumTuples / wanted.Length)
            {
                throw new CoveringArrayException(
                    $"{group.Factors.Count} draws at strength {group.Strength} have {(tuples == long.MaxValue ? "more than 10^18" : tuples)} tuples of bins, and an array is built for "
                    + $"{CoveringProblem.MaximumTuples / wanted.Length} at most: use fewer bins, a lower strength, or a higher one only for the draws that need it.");
            }
        }
    }

    private static IEnumerable<int[]> Subsets(int[] factors)
    {
        for (int mask = 1; mask < (1 << factors.Length) - 1; mask++)
        {
            yield return [.. factors.Where((_, i) => (mask >> i & 1) != 0)];
        }
    }

    private static UInt128 KeyOf(int[] factors) => factors.Aggregate(UInt128.Zero, (key, factor) => (key << 21) | (uint)(factor + 1));
}

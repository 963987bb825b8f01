namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>A forbidden combination, made ready for looking up.</summary>
internal sealed class ForbiddenClause
{
    /// <summary>The combination cannot come about any more.</summary>
    public const int Averted = int.MaxValue;

    private readonly int[] _factors;
    private readonly bool[][] _contains;

    private ForbiddenClause(int[] factors, bool[][] contains)
    {
        _factors = factors;
        _contains = contains;
    }

    /// <exception cref="ArgumentException">The combination names a factor or bin that there is not.</exception>
    public static ForbiddenClause Of(ForbiddenCombination combination, int[] binCounts)
    {
        if (combination.Factors.Count != combination.Bins.Count || combination.Factors.Distinct().Count() != combination.Factors.Count)
        {
            throw new ArgumentException("A forbidden combination has each factor once, and bins for each.", nameof(combination));
        }

        if (combination.Factors.Any(factor => factor < 0 || factor >= binCounts.Length))
        {
            throw new ArgumentException("A forbidden combination has a factor that there is not.", nameof(combination));
        }

        return new([.. combination.Factors], [.. combination.Factors.Select((factor, i) => Members(combination.Bins[i], binCounts[factor]))]);
    }

    /// <summary>How many factors must still get a bin for the combination to come about, or <see cref="Averted"/>.</summary>
    public int OpenFactors(ReadOnlySpan<int> row)
    {
        int open = 0;
        for (int i = 0; i < _factors.Length; i++)
        {
            int bin = row[_factors[i]];
            if (bin == CoveringArray.Open)
            {
                open++;
            }
            else if (!_contains[i][bin])
            {
                return Averted;
            }
        }

        return open;
    }

    /// <summary>Counts one conflict at each bin of an open factor, or excludes these bins.</summary>
    public void Mark(ReadOnlySpan<int> row, int[] conflicts, int[] offsets, bool exclude)
    {
        for (int i = 0; i < _factors.Length; i++)
        {
            for (int bin = 0; row[_factors[i]] == CoveringArray.Open && bin < _contains[i].Length; bin++)
            {
                ref int conflict = ref conflicts[offsets[_factors[i]] + bin];
                if (_contains[i][bin] && conflict != int.MaxValue)
                {
                    conflict = exclude ? int.MaxValue : conflict + 1;
                }
            }
        }
    }

    private static bool[] Members(IReadOnlyList<int> bins, int count)
    {
        bool[] members = new bool[count];
        foreach (int bin in bins)
        {
            members[bin >= 0 && bin < count ? bin : throw new ArgumentException($"A forbidden combination has bin {bin} of a factor with {count}.", nameof(bins))] = true;
        }

        return members;
    }
}

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Rows in which each of some factors has one of its listed bins are not allowed. "c needs S when a is T" forbids a in T together with c outside S.
/// </summary>
/// <param name="Factors">Indices of factors, each once; none forbids everything.</param>
/// <param name="Bins">For each of these factors the bins that make up the combination.</param>
public sealed record ForbiddenCombination(IReadOnlyList<int> Factors, IReadOnlyList<IReadOnlyList<int>> Bins)
{
    /// <summary>The most combinations of bins that a predicate is asked about.</summary>
    public const int MaximumQuestions = 100_000;

    /// <summary>Forbids one tuple.</summary>
    public static ForbiddenCombination Of(BinTuple tuple)
    {
        ArgumentNullException.ThrowIfNull(tuple);
        return new(tuple.Factors, [.. tuple.Bins.Select(bin => (int[])[bin])]);
    }

    /// <summary>Forbids what a predicate holds for, asked about every combination of bins of its factors.</summary>
    /// <param name="factors">Indices of the factors that it looks at, each once.</param>
    /// <param name="binCounts">Bins of all factors.</param>
    /// <param name="isForbidden">Of one bin for each of <paramref name="factors"/>, in their order.</param>
    /// <exception cref="CoveringArrayException">There are more than <see cref="MaximumQuestions"/> combinations.</exception>
    public static IEnumerable<ForbiddenCombination> Where(IReadOnlyList<int> factors, IReadOnlyList<int> binCounts, Func<IReadOnlyList<int>, bool> isForbidden)
    {
        ArgumentNullException.ThrowIfNull(factors);
        ArgumentNullException.ThrowIfNull(binCounts);
        ArgumentNullException.ThrowIfNull(isForbidden);
        long questions = FactorCombinations.CountTuples(factors.Select(factor => binCounts[factor]), factors.Count);
        return questions <= MaximumQuestions
            ? Forbidden(factors, binCounts, isForbidden)
            : throw new CoveringArrayException($"A rule over {factors.Count} draws has {questions} combinations of bins, and {MaximumQuestions} at most are looked at: use fewer bins, or a rule with fewer draws.");
    }

    // Combinations that differ in the bin of the last factor alone become one.
    private static IEnumerable<ForbiddenCombination> Forbidden(IReadOnlyList<int> factors, IReadOnlyList<int> binCounts, Func<IReadOnlyList<int>, bool> isForbidden)
    {
        if (factors.Count == 0)
        {
            return isForbidden([]) ? [new([], [])] : [];
        }

        IEnumerable<int[]> leading = factors.SkipLast(1).Aggregate(
            (IEnumerable<int[]>)[[]], (rows, factor) => rows.SelectMany(row => Enumerable.Range(0, binCounts[factor]).Select(bin => (int[])[.. row, bin])));
        return leading
            .Select(bins => (Bins: bins, Last: Enumerable.Range(0, binCounts[factors[^1]]).Where(last => isForbidden([.. bins, last])).ToArray()))
            .Where(forbidden => forbidden.Last.Length > 0)
            .Select(forbidden => new ForbiddenCombination(factors, [.. forbidden.Bins.Select(bin => (int[])[bin]), forbidden.Last]));
    }
}

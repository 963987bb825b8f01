namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Feasibility by a list of forbidden combinations. Forbids can imply others (no a1 with b1, no a1 with b2, b has two bins: no a1), so that
/// a completion is searched for: depth first, with forward checking, and first the factor that has the fewest bins left.
/// </summary>
public sealed class ForbiddenCombinations : IFeasibility
{
    /// <summary>Steps of one search before it gives up.</summary>
    public const int MaximumSteps = 20_000;

    private const int Excluded = int.MaxValue;

    private readonly int[] _binCounts;
    private readonly int[] _offsets;
    private readonly ForbiddenClause[] _clauses;

    /// <param name="binCounts">Bins of each factor.</param>
    /// <param name="forbidden">What no row may contain.</param>
    /// <exception cref="ArgumentException">A combination names a factor or bin that there is not.</exception>
    public ForbiddenCombinations(IReadOnlyList<int> binCounts, IReadOnlyList<ForbiddenCombination> forbidden)
    {
        ArgumentNullException.ThrowIfNull(binCounts);
        ArgumentNullException.ThrowIfNull(forbidden);
        _binCounts = [.. binCounts];
        _offsets = new int[_binCounts.Length + 1];
        for (int factor = 0; factor < _binCounts.Length; factor++)
        {
            _offsets[factor + 1] = _offsets[factor] + _binCounts[factor];
        }

        _clauses = [.. forbidden.Select(combination => ForbiddenClause.Of(combination, _binCounts))];
    }

    /// <exception cref="CoveringArrayException">The combinations are so entangled that the search was given up.</exception>
    public bool CanComplete(ReadOnlySpan<int> row)
    {
        bool decided = true;
        foreach (ForbiddenClause clause in _clauses)
        {
            int open = clause.OpenFactors(row);
            if (open == 0)
            {
                return false;
            }

            decided &= open == ForbiddenClause.Averted;
        }

        int steps = 0;
        return decided || Search(row.ToArray(), ref steps);
    }

    private bool Search(int[] row, ref int steps)
    {
        if (++steps > MaximumSteps)
        {
            throw new CoveringArrayException($"Whether the rules leave anything possible is not decided after {MaximumSteps} steps: use fewer rules, or rules with fewer draws.");
        }

        int[] conflicts = new int[_offsets[^1]];
        if (!CountConflicts(row, conflicts))
        {
            return false;
        }

        int factor = MostConstrained(row, conflicts);
        return factor < 0 || Branch(row, factor, conflicts.AsSpan(_offsets[factor], _binCounts[factor]), ref steps);
    }

    // Bins that are in fewer combinations are tried first.
    private bool Branch(int[] row, int factor, Span<int> conflicts, ref int steps)
    {
        int[] bins = [.. Enumerable.Range(0, conflicts.Length)];
        conflicts.Sort(bins.AsSpan());
        for (int i = 0; i < bins.Length && conflicts[i] != Excluded; i++)
        {
            row[factor] = bins[i];
            if (Search(row, ref steps))
            {
                return true;
            }
        }

        row[factor] = CoveringArray.Open;
        return false;
    }

    // For each bin of an open factor the combinations that may still come about with it, or Excluded; false when one has come about.
    private bool CountConflicts(int[] row, int[] conflicts)
    {
        foreach (ForbiddenClause clause in _clauses)
        {
            int open = clause.OpenFactors(row);
            if (open == 0)
            {
                return false;
            }

            if (open != ForbiddenClause.Averted)
            {
                clause.Mark(row, conflicts, _offsets, open == 1);
            }
        }

        return true;
    }

    // -1 when no combination can come about any more.
    private int MostConstrained(int[] row, int[] conflicts)
    {
        int most = -1, fewest = int.MaxValue;
        for (int factor = 0; factor < row.Length; factor++)
        {
            Span<int> own = conflicts.AsSpan(_offsets[factor], _binCounts[factor]);
            int left = own.Length - own.Count(Excluded);
            if (row[factor] == CoveringArray.Open && left < fewest && own.ContainsAnyExcept(0))
            {
                (most, fewest) = (factor, left);
            }
        }

        return most;
    }
}

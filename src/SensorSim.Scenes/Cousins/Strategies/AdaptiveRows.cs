namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Rows that fill the emptiest bins first: each factor takes its bin with the fewest samples, and of equally empty ones that which is rarest
/// together with the bins chosen before. The factor that lacks most chooses first. Fewer rows of the same seed are the beginning of more.
/// </summary>
public sealed class AdaptiveRows
{
    private readonly int[] _binCounts;
    private readonly IFeasibility _feasibility;
    private readonly Dice _dice;
    private readonly BinTally _tally;
    private readonly int[][] _feasibleBins;

    private AdaptiveRows(int[] binCounts, IFeasibility feasibility, ulong seed)
    {
        _binCounts = binCounts;
        _feasibility = feasibility;
        _dice = new(seed);
        _tally = new(binCounts);
        _feasibleBins = [.. binCounts.Select((count, factor) => Enumerable.Range(0, count).Where(bin => IsFeasible(factor, bin)).ToArray())];
    }

    /// <summary>One row of bins for each of <paramref name="count"/> further samples.</summary>
    /// <param name="binCounts">Bins of each factor, at least 1.</param>
    /// <param name="existing">Rows of the samples that there are; <see cref="CoveringArray.Open"/> for a bin that is not known.</param>
    /// <param name="feasibility">Which rows are allowed.</param>
    /// <param name="count">How many samples are planned.</param>
    /// <param name="seed">Decides between equally empty bins.</param>
    /// <exception cref="CoveringArrayException">The rules allow nothing, or a row does not fit.</exception>
    public static IReadOnlyList<int[]> Plan(IReadOnlyList<int> binCounts, IEnumerable<IReadOnlyList<int>> existing, IFeasibility feasibility, int count, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(feasibility);
        IReadOnlyList<int>[] rows = [.. existing];
        new CoveringProblem { BinCounts = binCounts, Existing = rows }.Validate();
        var planned = new AdaptiveRows([.. binCounts], feasibility, seed);
        planned.RequireFeasible();
        foreach (IReadOnlyList<int> row in rows)
        {
            planned._tally.Add([.. row]);
        }

        return [.. Enumerable.Range(0, count).Select(_ => planned.Next())];
    }

    private int[] Next()
    {
        int[] row = new int[_binCounts.Length];
        Array.Fill(row, CoveringArray.Open);
        int[] order = [.. Enumerable.Range(0, row.Length)];
        _dice.Shuffle(order);
        foreach (int factor in order.OrderByDescending(Lack))
        {
            Fill(row, factor);
        }

        _tally.Add(row);
        return row;
    }

    // By how many samples, times the number of bins, a factor's emptiest bin is behind an even distribution.
    private long Lack(int factor)
    {
        int[] bins = _feasibleBins[factor];
        return bins.Sum(bin => (long)_tally.Singles(factor, bin)) - ((long)bins.Length * bins.Min(bin => _tally.Singles(factor, bin)));
    }

    private void Fill(int[] row, int factor)
    {
        int[] bins = [.. _feasibleBins[factor]];
        _dice.Shuffle(bins);
        foreach (int bin in bins.OrderBy(bin => _tally.Singles(factor, bin)).ThenBy(bin => _tally.Pairs(row, factor, bin)))
        {
            row[factor] = bin;
            if (_feasibility.CanComplete(row))
            {
                return;
            }
        }

        throw new InvalidOperationException("A row that could be completed cannot be completed any more: the feasibility contradicts itself.");
    }

    private bool IsFeasible(int factor, int bin)
    {
        int[] row = new int[_binCounts.Length];
        Array.Fill(row, CoveringArray.Open);
        row[factor] = bin;
        return _feasibility.CanComplete(row);
    }

    private void RequireFeasible()
    {
        int[] row = new int[_binCounts.Length];
        Array.Fill(row, CoveringArray.Open);
        if (!_feasibility.CanComplete(row))
        {
            throw new CoveringArrayException("The rules allow no combination of bins at all: relax one of them.");
        }
    }
}

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Builds rows that bring many missing tuples, after AETG: Cohen, Dalal, Fredman and Patton, "The AETG system: an approach to testing based on
/// combinatorial design", IEEE TSE 23 (1997). Each row is the best of some candidates, each grown from a missing tuple factor by factor.
/// </summary>
internal sealed class GreedyRows(TupleSpace space, TupleLedger ledger, IFeasibility feasibility, Dice dice)
{
    private const long WorkPerArray = 40_000_000;
    private const int MostCandidates = 30;
    private const int MostCandidatesWithRules = 10;

    private readonly int _candidates = Math.Min(CandidatesFor(space), ReferenceEquals(feasibility, IFeasibility.Everything) ? MostCandidates : MostCandidatesWithRules);

    /// <summary>A row with at least one missing tuple; there must be one.</summary>
    public int[] Next()
    {
        int[] best = Candidate();
        int most = ledger.CountOccurring(best, 0);
        for (int i = 1; i < _candidates; i++)
        {
            int[] candidate = Candidate();
            int gain = ledger.CountOccurring(candidate, 0);
            if (gain > most)
            {
                (best, most) = (candidate, gain);
            }
        }

        return best;
    }

    /// <summary>Fills the open cells of a row that can be completed, each with the bin that brings most.</summary>
    public void Complete(int[] row)
    {
        int[] open = [.. Enumerable.Range(0, row.Length).Where(factor => row[factor] == CoveringArray.Open)];
        dice.Shuffle(open);
        foreach (int factor in open)
        {
            Fill(row, factor);
        }
    }

    private int[] Candidate()
    {
        int[] row = new int[space.BinCounts.Length];
        Array.Fill(row, CoveringArray.Open);
        space.Write(ledger.MissingAt(dice.Next(ledger.MissingCount)), row);
        Complete(row);
        return row;
    }

    // Bins in random order, then by gain: equal gains stay in random order.
    private void Fill(int[] row, int factor)
    {
        int[] gains = new int[space.BinCounts[factor]];
        ledger.Gains(row, factor, gains);
        int[] bins = [.. Enumerable.Range(0, gains.Length)];
        dice.Shuffle(bins);
        foreach (int bin in bins.OrderByDescending(bin => gains[bin]))
        {
            row[factor] = bin;
            if (feasibility.CanComplete(row))
            {
                return;
            }
        }

        throw new InvalidOperationException("A row that could be completed cannot be completed any more: the feasibility contradicts itself.");
    }

    private static int CandidatesFor(TupleSpace space)
    {
        long rowCost = space.Uses.Select((uses, factor) => (long)uses.Length * space.BinCounts[factor]).Sum();
        long rows = 2L * Enumerable.Range(0, space.Combinations.Length).Max(c => space.Range(c).End - space.Range(c).First);
        return (int)Math.Clamp(WorkPerArray / Math.Max(1, rowCost * rows), 1, MostCandidates);
    }
}

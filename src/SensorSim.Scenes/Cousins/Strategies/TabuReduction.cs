namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Makes an array smaller: a row is taken out and the others are mended cell by cell until nothing is missing, after Nurmela, "Upper bounds for
/// covering arrays by tabu search", Discrete Applied Mathematics 138 (2004). The work is bounded by a count of steps, not by a clock.
/// </summary>
/// <param name="rows">The array; rows from <paramref name="firstFree"/> on may be changed and taken out.</param>
internal sealed class TabuReduction(TupleSpace space, TupleLedger ledger, IFeasibility feasibility, Dice dice, List<int[]> rows, int firstFree)
{
    private const long MostWork = 100_000_000;
    private const long WorkPerTupleAndRow = 5_000;
    private const int StepCost = 30;
    private const int CellCost = 10;
    private const int QuestionCost = 60;
    private const int LongestTabu = 10;

    private readonly int[] _target = new int[space.BinCounts.Length];
    private long _work = Math.Min(MostWork, WorkPerTupleAndRow * space.Count * rows.Count);
    private long _move;
    private long[,] _tabuUntil = new long[0, 0];

    /// <summary>Takes rows out as long as the work lasts.</summary>
    /// <param name="fewestRows">No array with fewer can do.</param>
    public void Run(int fewestRows)
    {
        while (_work > 0 && rows.Count > fewestRows)
        {
            int[][] complete = [.. rows.Select(row => (int[])row.Clone())];
            TakeOutLeastNeeded();
            if (!Mend())
            {
                Restore(complete);
            }
        }
    }

    private void TakeOutLeastNeeded()
    {
        int least = firstFree;
        int fewest = int.MaxValue;
        for (int r = firstFree; r < rows.Count; r++)
        {
            int alone = ledger.CountOccurring(rows[r], 1);
            if (alone < fewest)
            {
                (least, fewest) = (r, alone);
            }
        }

        _work -= (long)space.Combinations.Length * rows.Count;
        ledger.Remove(rows[least]);
        rows.RemoveAt(least);
    }

    private bool Mend()
    {
        _tabuUntil = new long[rows.Count, space.BinCounts.Length];
        _move = 0;
        while (ledger.MissingCount > 0 && _work > 0)
        {
            _move++;
            int[] factors = space.Write(ledger.MissingAt(dice.Next(ledger.MissingCount)), _target);
            if (BestMove(factors) is (int row, int factor))
            {
                ledger.Set(rows[row], factor, _target[factor]);
                _tabuUntil[row, factor] = _move + 1 + dice.Next(LongestTabu);
            }
            else
            {
                Rewrite(rows[firstFree + dice.Next(rows.Count - firstFree)], factors);
            }
        }

        return ledger.MissingCount == 0;
    }

    // Among the rows that lack one cell for the wanted tuple, the one that loses least.
    private (int Row, int Factor)? BestMove(int[] factors)
    {
        (int, int)? best = null;
        int least = int.MaxValue, ties = 0;
        _work -= StepCost + rows.Count;
        for (int r = firstFree; r < rows.Count; r++)
        {
            int factor = OnlyDifference(rows[r], factors);
            if (factor < 0 || _tabuUntil[r, factor] > _move)
            {
                continue;
            }

            _work -= space.Uses[factor].Length;
            int change = ledger.Change(rows[r], factor, _target[factor]);
            ties = change < least ? 0 : ties;
            if (change <= least && IsAllowed(rows[r], factor) && dice.Next(++ties) == 0)
            {
                (best, least) = ((r, factor), change);
            }
        }

        return best;
    }

    private int OnlyDifference(int[] row, int[] factors)
    {
        int different = -1;
        foreach (int factor in factors)
        {
            if (row[factor] != _target[factor])
            {
                if (different >= 0)
                {
                    return -1;
                }

                different = factor;
            }
        }

        return different;
    }

    private bool IsAllowed(int[] row, int factor)
    {
        int old = row[factor];
        row[factor] = _target[factor];
        bool allowed = CanComplete(row);
        row[factor] = old;
        return allowed;
    }

    // The tuple is written into some row, and of the row's other cells as many stay as the rules allow.
    private void Rewrite(int[] row, int[] factors)
    {
        int[] next = new int[row.Length];
        Array.Fill(next, CoveringArray.Open);
        foreach (int factor in factors)
        {
            next[factor] = _target[factor];
        }

        int[] others = [.. Enumerable.Range(0, row.Length).Except(factors)];
        dice.Shuffle(others);
        foreach (int factor in others)
        {
            Keep(next, factor, row[factor]);
        }

        for (int factor = 0; factor < row.Length; factor++)
        {
            ledger.Set(row, factor, next[factor]);
            _work -= CellCost + space.Uses[factor].Length;
        }
    }

    private void Keep(int[] next, int factor, int bin)
    {
        int count = space.BinCounts[factor];
        for (int i = 0; i < count; i++)
        {
            next[factor] = (bin + i) % count;
            if (CanComplete(next))
            {
                return;
            }
        }

        throw new InvalidOperationException("A row that could be completed cannot be completed any more: the feasibility contradicts itself.");
    }

    // A row with open cells is searched for, which takes longer than looking at a whole one.
    private bool CanComplete(int[] row)
    {
        _work -= ReferenceEquals(feasibility, IFeasibility.Everything) ? 0 : QuestionCost * (1 + row.AsSpan().Count(CoveringArray.Open));
        return feasibility.CanComplete(row);
    }

    private void Restore(int[][] complete)
    {
        foreach (int[] row in rows)
        {
            ledger.Remove(row);
        }

        rows.Clear();
        rows.AddRange(complete);
        foreach (int[] row in rows)
        {
            ledger.Add(row);
        }
    }
}

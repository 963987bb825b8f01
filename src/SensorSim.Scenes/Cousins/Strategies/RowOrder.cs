namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Orders the rows of an array so that who stops early has seen as many tuples as possible.</summary>
internal static class RowOrder
{
    /// <summary>From <paramref name="start"/> on, each row is the one that brings the most tuples that no row before it has.</summary>
    /// <param name="ledger">Counts all the rows before, and again afterwards.</param>
    public static void Sort(List<int[]> rows, int start, TupleLedger ledger)
    {
        int[][] unsorted = [.. rows.Skip(start)];
        foreach (int[] row in unsorted)
        {
            ledger.Remove(row);
        }

        // What a row brings only shrinks as others come before it: an old figure is an upper bound, and few rows are counted anew.
        var queue = new PriorityQueue<int, (int, int)>();
        for (int i = 0; i < unsorted.Length; i++)
        {
            queue.Enqueue(i, (int.MinValue, i));
        }

        for (int place = start; place < rows.Count; place++)
        {
            rows[place] = unsorted[Dequeue(queue, unsorted, ledger)];
            ledger.Add(rows[place]);
        }
    }

    private static int Dequeue(PriorityQueue<int, (int, int)> queue, int[][] rows, TupleLedger ledger)
    {
        while (true)
        {
            queue.TryDequeue(out int index, out (int NegativeGain, int) bound);
            int gain = ledger.CountOccurring(rows[index], 0);
            if (gain == -bound.NegativeGain)
            {
                return index;
            }

            queue.Enqueue(index, (-gain, index));
        }
    }
}

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Which tuples no allowed row contains.</summary>
internal static class TupleFeasibility
{
    /// <summary>For each tuple whether it cannot occur.</summary>
    /// <param name="proven">Tuples that are known to be feasible; null when nothing is known.</param>
    public static bool[] FindInfeasible(TupleSpace space, IFeasibility feasibility, bool[]? proven = null)
    {
        bool[] infeasible = new bool[space.Count];
        if (ReferenceEquals(feasibility, IFeasibility.Everything))
        {
            return infeasible;
        }

        int[] row = new int[space.BinCounts.Length];
        for (int tuple = 0; tuple < infeasible.Length; tuple++)
        {
            Array.Fill(row, CoveringArray.Open);
            space.Write(tuple, row);
            infeasible[tuple] = proven?[tuple] != true && !feasibility.CanComplete(row);
        }

        return infeasible;
    }
}

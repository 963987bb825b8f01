namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Which tuples no allowed row contains.</summary>
internal static class TupleFeasibility
{
    /// <summary>For each tuple whether it cannot occur.</summary>
    public static bool[] FindInfeasible(TupleSpace space, IFeasibility feasibility)
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
            infeasible[tuple] = !feasibility.CanComplete(row);
        }

        return infeasible;
    }
}

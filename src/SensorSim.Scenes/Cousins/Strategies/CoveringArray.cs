namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Rows of bins in which every feasible tuple of the wanted sizes occurs. The same problem gives the same array on every machine: all
/// arithmetic is on integers.
/// </summary>
public sealed class CoveringArray
{
    /// <summary>A cell without a bin.</summary>
    public const int Open = -1;

    private CoveringArray(IReadOnlyList<int[]> rows, IReadOnlyList<BinTuple> infeasible)
    {
        Rows = rows;
        Infeasible = infeasible;
    }

    /// <summary>
    /// One bin for each factor in every row; first the problem's <see cref="CoveringProblem.First"/>, then the others so that each brings the most
    /// new tuples. One empty row when there are no factors; none when the existing rows lack nothing.
    /// </summary>
    public IReadOnlyList<int[]> Rows { get; }

    /// <summary>Tuples of the wanted sizes that the rules do not allow.</summary>
    public IReadOnlyList<BinTuple> Infeasible { get; }

    /// <summary>Builds a small array.</summary>
    /// <exception cref="CoveringArrayException">The problem is not well formed, too large, or its rules allow no row, or not a first one.</exception>
    public static CoveringArray Build(CoveringProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        problem.Validate();
        RequireFeasible(problem);
        var space = new TupleSpace(problem.BinCounts, problem.Strength, problem.Stronger);
        bool[] infeasible = TupleFeasibility.FindInfeasible(space, problem.Feasibility);
        var ledger = new TupleLedger(space, infeasible);
        foreach (IReadOnlyList<int> row in problem.Existing)
        {
            ledger.Add([.. row]);
        }

        List<int[]> rows = RowsOf(problem, space, ledger);
        return new(rows, [.. Enumerable.Range(0, space.Count).Where(t => infeasible[t]).Select(space.Describe)]);
    }

    private static List<int[]> RowsOf(CoveringProblem problem, TupleSpace space, TupleLedger ledger)
    {
        var dice = new Dice(problem.Seed);
        var greedy = new GreedyRows(space, ledger, problem.Feasibility, dice);
        var rows = new List<int[]>();
        foreach (IReadOnlyList<int> first in problem.First)
        {
            int[] row = [.. first];
            greedy.Complete(row);
            ledger.Add(row);
            rows.Add(row);
        }

        int fewest = rows.Count + ledger.MostMissingTogether();
        while (ledger.MissingCount > 0)
        {
            int[] row = greedy.Next();
            ledger.Add(row);
            rows.Add(row);
        }

        new TabuReduction(space, ledger, problem.Feasibility, dice, rows, problem.First.Count).Run(fewest);
        RowOrder.Sort(rows, problem.First.Count, ledger);
        return rows;
    }

    private static void RequireFeasible(CoveringProblem problem)
    {
        int[] open = new int[problem.BinCounts.Count];
        Array.Fill(open, Open);
        if (!problem.Feasibility.CanComplete(open))
        {
            throw new CoveringArrayException("The rules allow no combination of bins at all: relax one of them.");
        }

        foreach ((int index, IReadOnlyList<int> first) in problem.First.Index())
        {
            if (!problem.Feasibility.CanComplete([.. first]))
            {
                throw new CoveringArrayException($"The rules do not allow the first row {index}: change it, or relax a rule.");
            }
        }
    }
}

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>What a covering array is to cover.</summary>
public sealed record CoveringProblem
{
    /// <summary>The largest strength of use: NIST found no failure that needed more than six factors together.</summary>
    public const int MaximumStrength = 6;

    /// <summary>The most tuples that an array is built for.</summary>
    public const int MaximumTuples = 1_000_000;

    /// <summary>Bins of each factor, at least 1.</summary>
    public required IReadOnlyList<int> BinCounts { get; init; }

    /// <summary>Size of the tuples that are all to occur, from 1 to <see cref="MaximumStrength"/>; all factors together when there are fewer.</summary>
    public int Strength { get; init; } = 2;

    /// <summary>Groups of factors with a strength of their own.</summary>
    public IReadOnlyList<StrongerGroup> Stronger { get; init; } = [];

    /// <summary>Rows with which the array begins; <see cref="CoveringArray.Open"/> cells are filled in.</summary>
    public IReadOnlyList<IReadOnlyList<int>> First { get; init; } = [];

    /// <summary>Rows that there are already: what they cover is not covered again. Open cells cover nothing.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Existing { get; init; } = [];

    /// <summary>Which rows are allowed.</summary>
    public IFeasibility Feasibility { get; init; } = IFeasibility.Everything;

    /// <summary>Another seed, another array.</summary>
    public ulong Seed { get; init; }

    internal void Validate()
    {
        Require(BinCounts.All(count => count >= 1), "Every factor has at least one bin.");
        Require(Strength is >= 1 and <= MaximumStrength, $"The strength is {Strength}: expected 1 to {MaximumStrength}.");
        foreach (StrongerGroup group in Stronger)
        {
            Require(group.Strength is >= 1 and <= MaximumStrength, $"The strength of a group is {group.Strength}: expected 1 to {MaximumStrength}.");
            Require(group.Factors.Distinct().Count() == group.Factors.Count, "A group has a factor twice.");
            Require(group.Factors.All(f => f >= 0 && f < BinCounts.Count), "A group has a factor that there is not.");
        }

        foreach (IReadOnlyList<int> row in First.Concat(Existing))
        {
            Require(row.Count == BinCounts.Count, $"A row has {row.Count} cells: expected {BinCounts.Count}.");
            Require(row.Index().All(cell => cell.Item >= CoveringArray.Open && cell.Item < BinCounts[cell.Index]), "A row has a bin that there is not.");
        }
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new CoveringArrayException(message);
        }
    }
}

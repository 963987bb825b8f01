namespace SensorSim.Scenes.Coverage;

/// <summary>
/// Combinatorial coverage of one strength, without what the rules exclude. Definitions: Kuhn, Dominguez Mendoza, Kacker and Lei, "Combinatorial
/// coverage measurement concepts and applications", ICSTW 2013, and NISTIR 7878.
/// </summary>
public sealed record TupleCoverage
{
    /// <summary>The most missing tuples that are listed.</summary>
    public const int MostListed = 100;

    /// <summary>t: how many parameters are looked at together.</summary>
    public required int Strength { get; init; }

    /// <summary>Choices of t parameters.</summary>
    public required int Combinations { get; init; }

    /// <summary>Choices of which every feasible tuple of bins occurs.</summary>
    public required int CompleteCombinations { get; init; }

    /// <summary>Tuples of bins that the rules allow.</summary>
    public required int FeasibleTuples { get; init; }

    /// <summary>Those of them that occur.</summary>
    public required int CoveredTuples { get; init; }

    /// <summary>Tuples that no allowed sample can have.</summary>
    public required int InfeasibleTuples { get; init; }

    /// <summary>The smallest share of feasible tuples that any choice of t parameters has, from 0 to 1.</summary>
    public required double MinimumShare { get; init; }

    /// <summary>The parameters that have it; the first of several.</summary>
    public required IReadOnlyList<string> MinimumAt { get; init; }

    /// <summary>What could occur and does not: the most likely by the declared distributions first, at most <see cref="MostListed"/>.</summary>
    public required IReadOnlyList<MissingTuple> Missing { get; init; }

    /// <summary>Simple t-way coverage, from 0 to 1.</summary>
    public double SimpleShare => CoverageShare.Of(CompleteCombinations, Combinations);

    /// <summary>Total t-way coverage, of variable-value configurations, from 0 to 1.</summary>
    public double TotalShare => CoverageShare.Of(CoveredTuples, FeasibleTuples);
}

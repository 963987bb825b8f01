using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Something that is allowed and yet hardly meant.</summary>
/// <param name="At">Where the scenario says it; of a run without a scenario file the default.</param>
/// <param name="Problem">What is there, and what to look at.</param>
public sealed record PlanWarning(SourcePosition At, string Problem)
{
    /// <summary>One line: position and problem.</summary>
    public override string ToString() => string.IsNullOrEmpty(At.File) ? Problem : $"{At}: {Problem}";

    /// <summary>The first ones, and how many there are besides.</summary>
    /// <param name="all">In the order in which they are told.</param>
    /// <param name="most">So many at most are told in full.</param>
    internal static IEnumerable<PlanWarning> Shortened(IEnumerable<PlanWarning> all, int most)
    {
        PlanWarning[] told = [.. all];
        return told.Length <= most ? told : told.Take(most).Append(new(told[most].At, FormattableString.Invariant($"and {told.Length - most} more of this kind")));
    }
}

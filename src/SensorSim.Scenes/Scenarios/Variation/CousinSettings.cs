using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Cousins.Rules;

namespace SensorSim.Scenes.Scenarios.Variation;

/// <summary>How many variations of the scene are made, and what varies.</summary>
/// <param name="Count">Samples.</param>
/// <param name="Seed">Seed of every draw, unless the command line gives another.</param>
/// <param name="Strategy">How draws of one key relate across samples.</param>
/// <param name="Vary">What varies, in the order of the file.</param>
public sealed record CousinSettings(long Count, ulong Seed, SamplingStrategy Strategy, IReadOnlyList<VaryRule> Vary)
{
    /// <summary>Where the strategy was written, or else the section.</summary>
    public SourcePosition StrategyPosition { get; init; }

    /// <summary>Whether something that varies could not be read, which is told: then a name that no draw has is not wrong for that.</summary>
    public bool MissesDraws { get; init; }

    /// <summary>What a dataset must cover; null where the scenario does not say it.</summary>
    public CoverageGoal? Target { get; init; }

    /// <summary>What no sample may be, or every sample must be.</summary>
    public IReadOnlyList<SamplingRule> Rules { get; init; } = [];

    /// <summary>Draws that go together.</summary>
    public IReadOnlyList<CorrelatedDraws> Correlated { get; init; } = [];

    /// <summary>Where objects are put, in the order of the file.</summary>
    public IReadOnlyList<PlacementSetting> Placements { get; init; } = [];

    /// <summary>A frame's name has six digits for its sample.</summary>
    public const int MaximumCount = 1_000_000;

    /// <summary>The twin alone.</summary>
    public static CousinSettings One { get; } = new(1, 0, new SamplingStrategy.Independent(), []);
}

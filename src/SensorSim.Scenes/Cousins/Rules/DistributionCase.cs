using SensorSim.Scenes.Cousins.Distributions;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>What a draw takes its values from where other draws have certain values.</summary>
/// <param name="If">All must hold.</param>
/// <param name="Use">The distribution then.</param>
public sealed record DistributionCase(IReadOnlyList<DrawCondition> If, Distribution Use);

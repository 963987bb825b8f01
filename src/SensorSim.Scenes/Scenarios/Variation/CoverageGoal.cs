namespace SensorSim.Scenes.Scenarios.Variation;

/// <summary>What a dataset of a scenario must cover before it is enough.</summary>
/// <param name="Strength">So many draws' bins are combined: 2 is every pair.</param>
/// <param name="Share">Of the combinations that can be, above 0 to 1.</param>
public sealed record CoverageGoal(int Strength, double Share);

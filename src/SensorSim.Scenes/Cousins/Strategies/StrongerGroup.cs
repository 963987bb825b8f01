namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Factors among which tuples of another size than everywhere else are wanted.</summary>
/// <param name="Factors">Indices of factors, each once.</param>
/// <param name="Strength">Size of the tuples, from 1; all factors of the group together when it has fewer.</param>
public sealed record StrongerGroup(IReadOnlyList<int> Factors, int Strength);

namespace SensorSim.Scenes.Coverage;

/// <summary>Bins that could occur together and do not.</summary>
/// <param name="Bins">Name of the parameter → label of the bin.</param>
/// <param name="DeclaredProbability">How likely they are together if the parameters are independent, from 0 to 1.</param>
public sealed record MissingTuple(IReadOnlyDictionary<string, string> Bins, double DeclaredProbability);

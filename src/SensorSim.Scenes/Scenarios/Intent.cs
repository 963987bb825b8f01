namespace SensorSim.Scenes.Scenarios;

/// <summary>Why the data is made. A scenario without it is refused: synthetic data is a targeted experiment.</summary>
/// <param name="FailureMode">The weakness of a model that the data is to mend or to measure; kept in every frame's record.</param>
/// <param name="IntendedUse">"train", "evaluate" or both.</param>
/// <param name="ArtifactRisk">What a model might learn from the simulation instead of from the world.</param>
/// <param name="RealProbe">The real data that tells whether it worked.</param>
/// <param name="DiscardIf">The result that would make you throw the data away.</param>
public sealed record Intent(
    string FailureMode, IReadOnlyList<string> IntendedUse, string ArtifactRisk, string RealProbe, string DiscardIf);

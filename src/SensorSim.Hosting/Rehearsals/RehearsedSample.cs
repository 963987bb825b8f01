using SensorSim.Scenes.Outcomes;

namespace SensorSim.Hosting.Rehearsals;

/// <summary>How a sample's episode ends.</summary>
/// <param name="Sample">Its index.</param>
/// <param name="Outcome">What became of its task.</param>
public sealed record RehearsedSample(long Sample, TaskOutcome Outcome);

namespace SensorSim.Rendering.Sensors;

/// <summary>A pass of a sensor chain that the device is in.</summary>
/// <param name="Runner">Whose it is.</param>
/// <param name="Number">The same number later is the same pass, still on.</param>
/// <param name="Stages">The stages that it computes.</param>
public sealed record PassInProgress(SensorRunner Runner, long Number, IReadOnlyList<ChainStage> Stages);

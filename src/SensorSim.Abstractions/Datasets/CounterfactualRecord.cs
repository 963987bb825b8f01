namespace SensorSim.Datasets;

/// <summary>Which episode of a cousin a frame is of. Up to the event, frames of all episodes of a cousin are the same.</summary>
/// <param name="Cousin">Number of the cousin; by it, and not by the sample, go its random numbers.</param>
/// <param name="Event">Name of the scenario's event that happens; null where nothing does.</param>
/// <param name="Parent">The sample of the same cousin in which nothing happens.</param>
public sealed record CounterfactualRecord(long Cousin, string? Event, long Parent);

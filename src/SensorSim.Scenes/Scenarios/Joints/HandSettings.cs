namespace SensorSim.Scenes.Scenarios.Joints;

/// <summary>A hand of a robot, whose pose and fingers records have.</summary>
/// <param name="Link">Its link.</param>
/// <param name="Fingers">A pattern over the names of its joints; null for a hand without any.</param>
/// <param name="Position">Where it was written.</param>
public sealed record HandSettings(string Link, string? Fingers, SourcePosition Position);

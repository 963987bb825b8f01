namespace SensorSim.Scenes.Scenarios;

/// <summary>A number of degrees, or of degrees a second, that a scenario has.</summary>
/// <param name="At">Where it stands.</param>
/// <param name="Key">Path of its key: "objects[0].yaw_deg".</param>
/// <param name="Value">As written.</param>
public sealed record WrittenAngle(SourcePosition At, string Key, double Value);

namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A node. Indices point into the other lists.</summary>
/// <param name="Index">Position in the document.</param>
/// <param name="Name">As in the file.</param>
/// <param name="Parent">Index of the parent.</param>
/// <param name="Mesh">Index of its mesh.</param>
/// <param name="Light">Index of its light in the document.</param>
/// <param name="Camera">Index of its camera.</param>
/// <param name="InScene">The default scene reaches it.</param>
/// <param name="PositionM">World position, metres.</param>
public sealed record NodeSummary(int Index, string? Name, int? Parent, int? Mesh, int? Light, int? Camera, bool InScene, double[] PositionM);

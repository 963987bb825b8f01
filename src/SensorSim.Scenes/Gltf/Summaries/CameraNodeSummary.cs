namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A node of the scene that carries a camera.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Name">What a scenario's <c>pose</c> calls it: the node's name, else the camera's, else node_INDEX; numbered where it repeats.</param>
public sealed record CameraNodeSummary(int Node, string Name);

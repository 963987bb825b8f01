namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A node that shows its mesh many times by EXT_mesh_gpu_instancing. Each copy is an object of its own.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Name">As in the file.</param>
/// <param name="Mesh">Index of the mesh.</param>
/// <param name="Copies">How many.</param>
public sealed record InstancedMeshSummary(int Node, string? Name, int Mesh, int Copies);

namespace SensorSim.Scenes.Model;

/// <summary>A labelled object: every node with a mesh, in document order.</summary>
/// <param name="Id">1 to 65,535, the value in the instance image.</param>
/// <param name="Name">Node name, else mesh name, else node_INDEX; unique by a suffix.</param>
/// <param name="Node">Index of the node.</param>
/// <param name="Mesh">Index of the mesh.</param>
public sealed record Instance(int Id, string Name, int Node, int Mesh);

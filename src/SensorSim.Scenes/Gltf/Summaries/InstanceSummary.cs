namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A labelled object with the box around it in world axes, metres.</summary>
public sealed record InstanceSummary(int Id, string Name, int Node, int Mesh, double[]? BoundsMinM, double[]? BoundsMaxM)
{
    /// <summary>Node of EXT_mesh_gpu_instancing that it is a copy of.</summary>
    public int? CopyOf { get; init; }
}

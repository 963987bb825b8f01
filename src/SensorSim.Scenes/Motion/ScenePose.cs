using SensorSim.Geometry;

namespace SensorSim.Scenes.Motion;

/// <summary>Where everything is at one instant.</summary>
public sealed class ScenePose
{
    private readonly Lazy<IReadOnlyDictionary<int, DeformedMesh>> _meshes;

    /// <param name="nodeToWorld">By node.</param>
    /// <param name="meshes">Deforms the meshes; called when somebody asks for them, because it visits every vertex.</param>
    public ScenePose(IReadOnlyList<Matrix4x4d> nodeToWorld, Func<IReadOnlyDictionary<int, DeformedMesh>> meshes)
    {
        ArgumentNullException.ThrowIfNull(nodeToWorld);
        ArgumentNullException.ThrowIfNull(meshes);
        NodeToWorld = nodeToWorld;
        _meshes = new(meshes);
    }

    /// <summary>By node.</summary>
    public IReadOnlyList<Matrix4x4d> NodeToWorld { get; }

    /// <summary>What deforms meshes: node → pose, for every drawn node with a deformable mesh.</summary>
    public IReadOnlyDictionary<int, DeformedMesh> Meshes => _meshes.Value;
}

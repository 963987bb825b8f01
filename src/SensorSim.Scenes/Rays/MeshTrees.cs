using System.Collections.Concurrent;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Rays;

/// <summary>The triangles of a scene's meshes, each put in order when it is first asked for. Cousins of one scene share it; any thread may ask.</summary>
/// <param name="scene">Whose meshes.</param>
public sealed class MeshTrees(Scene scene)
{
    private readonly ConcurrentDictionary<int, Lazy<TriangleTree>> _trees = new();

    /// <summary>Whose meshes.</summary>
    public Scene Scene => scene;

    /// <summary>The triangles of an undeformed mesh, in its own space.</summary>
    public TriangleTree this[int mesh] => _trees.GetOrAdd(mesh, index => new(() => TriangleTree.Of(scene.Meshes[index]))).Value;
}

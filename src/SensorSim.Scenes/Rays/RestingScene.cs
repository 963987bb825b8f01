using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Rays;

/// <summary>What a scene draws in the pose of its file, found by place. Deformable meshes count undeformed.</summary>
public sealed class RestingScene
{
    private readonly Scene _scene;
    private readonly IReadOnlyList<Matrix4x4d> _toWorld;
    private readonly MeshTrees _trees;
    private readonly Box[] _boxes;
    private readonly BoxTree _tree;
    private readonly ILookup<int?, int> _children;

    /// <param name="scene">With all its objects.</param>
    public RestingScene(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        _scene = scene;
        _toWorld = new AnimatedMotion(scene, null, new Dictionary<int, Matrix4x4d>()).At(0).NodeToWorld;
        _trees = new(scene);
        _boxes = [.. scene.Nodes.Select((node, i) => node is { InScene: true, Mesh: { } mesh } && _toWorld[i].Determinant3x3 != 0 ? MeshBox.Of(scene.Meshes[mesh], _toWorld[i]) : Box.Empty)];
        _tree = new(_boxes);
        _children = scene.Nodes.Index().ToLookup(node => node.Item.Parent, node => node.Index);
    }

    /// <summary>Around everything drawn, world space.</summary>
    public Box Bounds => _tree.Bounds;

    /// <summary>A node with all that hangs on it.</summary>
    public HashSet<int> WithAllBelow(int root)
    {
        HashSet<int> own = [];
        for (var left = new Stack<int>([root]); left.TryPop(out int node);)
        {
            own.Add(node);
            foreach (int child in _children[node])
            {
                left.Push(child);
            }
        }

        return own;
    }

    /// <summary>Around nodes, world space; empty where nothing of them is drawn.</summary>
    public Box BoxOf(IEnumerable<int> nodes) => nodes.Aggregate(Box.Empty, (all, node) => all.Union(_boxes[node]));

    /// <summary>Drawn nodes whose box overlaps a box, in ascending order.</summary>
    /// <param name="box">World space.</param>
    /// <param name="own">That are left out.</param>
    public IEnumerable<int> Others(Box box, IReadOnlySet<int> own)
    {
        var found = new List<int>();
        _tree.Find(box, found);
        return found.Where(node => !own.Contains(node)).Order();
    }

    /// <summary>Whether a node draws something.</summary>
    public bool IsDrawn(int node) => !_boxes[node].IsEmpty;

    /// <summary>The triangles of a drawn node, in its own space.</summary>
    public TriangleTree TreeOf(int node) => _trees[_scene.Nodes[node].Mesh!.Value];

    /// <summary>From a node's space to the world.</summary>
    public Matrix4x4d ToWorld(int node) => _toWorld[node];

    /// <summary>From the world to a drawn node's space.</summary>
    public Matrix4x4d ToNode(int node) => _toWorld[node].InverseAffine();
}

using System.Collections.Frozen;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Rays;

/// <summary>What a cousin draws at the beginning of its episode, found by place. Deformable meshes count undeformed.</summary>
public sealed class RestingScene
{
    private readonly SceneInstance _cousin;
    private readonly MeshTrees _trees;
    private readonly Box[] _boxes;
    private readonly BoxTree _tree;
    private readonly ILookup<int?, int> _children;

    /// <param name="cousin">At the beginning of its episode.</param>
    public RestingScene(SceneInstance cousin)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        _cousin = cousin;
        _trees = new(cousin.Twin);
        _boxes = [.. cousin.Twin.Nodes.Select((node, i) => node.InScene && cousin.MeshOf(i) is { } mesh && ToWorld(i).Determinant3x3 != 0 ? MeshBox.Of(cousin.Twin.Meshes[mesh], ToWorld(i)) : Box.Empty)];
        _tree = new(_boxes);
        _children = cousin.Twin.Nodes.Index().ToLookup(node => node.Item.Parent, node => node.Index);
    }

    /// <summary>Nodes that draw something, in ascending order.</summary>
    public IEnumerable<int> DrawnNodes => Enumerable.Range(0, _boxes.Length).Where(IsDrawn);

    /// <summary>Around each drawn node, world space.</summary>
    public IEnumerable<Box> Boxes => _boxes.Where(box => !box.IsEmpty);

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

    /// <summary>Drawn nodes with a mesh that a point is inside of, in ascending order. A sheet has no inside.</summary>
    /// <param name="point">World space.</param>
    /// <param name="own">That are left out.</param>
    public IEnumerable<int> Around(Vector3d point, IReadOnlySet<int> own) => Others(new(point, point), own).Where(node => TreeOf(node).IsInside(ToNode(node).TransformPoint(point)));

    /// <summary>The first node that a camera at a point is inside of and sees through, because its back sides are not drawn; null where there is none.</summary>
    /// <param name="point">World space.</param>
    public int? SeenThroughFrom(Vector3d point) =>
        Around(point, FrozenSet<int>.Empty).Where(node => !_cousin.DeformedMeshes.ContainsKey(node) && !HasBackSides(node)).Select(node => (int?)node).FirstOrDefault();

    /// <summary>The first node that is opaque and drawn on this side between two points; null where there is none. Who looks at a back side looks through it.</summary>
    /// <param name="from">One end, world space.</param>
    /// <param name="to">The other.</param>
    /// <param name="own">Nodes that are looked through.</param>
    public int? Between(Vector3d from, Vector3d to, IReadOnlySet<int> own)
    {
        var way = new Ray(from, to - from);
        (double at, int? first) = (1, null);
        foreach (int node in Others(Box.Around(from, to), own).Where(node => way.Enter(_boxes[node], 1) <= 1 && !IsSeenThrough(node)))
        {
            (at, first) = FirstMet(node, way.Transformed(ToNode(node)), at) is { } nearer ? (nearer, node) : (at, first);
        }

        return first;
    }

    /// <summary>Whether a node draws something.</summary>
    public bool IsDrawn(int node) => !_boxes[node].IsEmpty;

    /// <summary>The triangles of a drawn node, in its own space.</summary>
    public TriangleTree TreeOf(int node) => _trees[_cousin.MeshOf(node)!.Value];

    /// <summary>From a node's space to the world.</summary>
    public Matrix4x4d ToWorld(int node) => _cousin.NodeToWorld[node];

    /// <summary>From the world to a drawn node's space.</summary>
    public Matrix4x4d ToNode(int node) => ToWorld(node).InverseAffine();

    // Where a ray in a node's space first meets a side of it that is drawn, before some distance.
    private double? FirstMet(int node, Ray way, double before)
    {
        const double beyond = 1e-6;
        bool hasBackSides = HasBackSides(node);
        for (double at = 0; TreeOf(node).Nearest(new(way.At(at), way.Direction), before - at) is { } hit; at += hit.Distance + beyond)
        {
            if (hasBackSides || Vector3d.Dot(TreeOf(node).NormalOf(hit.Triangle), way.Direction) < 0)
            {
                return at + hit.Distance;
            }
        }

        return null;
    }

    private bool HasBackSides(int node) => MaterialsOf(node).Any(material => material.DoubleSided);

    private bool IsSeenThrough(int node) => MaterialsOf(node).Any(material => material is { Transmission: not null } or { AlphaMode: not AlphaMode.Opaque });

    private IEnumerable<Material> MaterialsOf(int node) => _cousin.Twin.Meshes[_cousin.MeshOf(node)!.Value].Primitives.Select(primitive => primitive.Material).OfType<int>().Select(material => _cousin.Materials[material]);
}

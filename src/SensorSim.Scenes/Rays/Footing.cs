using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Rays;

/// <summary>What objects of a scene stand on, in the pose of its file. Deformable meshes count undeformed.</summary>
public sealed class Footing
{
    /// <summary>What is nearer touches, metres: as far as a hand puts things by numbers.</summary>
    public const double TouchMetres = 0.01;

    // Of the half sides: rays at the very edges pass what has rounded corners.
    private const double Inwards = 0.8;

    private const int Feet = 5;

    private readonly Scene _scene;
    private readonly IReadOnlyList<Matrix4x4d> _toWorld;
    private readonly MeshTrees _trees;
    private readonly Box[] _boxes;
    private readonly BoxTree _tree;
    private readonly ILookup<int?, int> _children;

    /// <param name="scene">With all its objects.</param>
    public Footing(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        _scene = scene;
        _toWorld = new AnimatedMotion(scene, null, new Dictionary<int, Matrix4x4d>()).At(0).NodeToWorld;
        _trees = new(scene);
        _boxes = [.. scene.Nodes.Select((node, i) => node is { InScene: true, Mesh: { } mesh } && _toWorld[i].Determinant3x3 != 0 ? MeshBox.Of(scene.Meshes[mesh], _toWorld[i]) : Box.Empty)];
        _tree = new(_boxes);
        _children = scene.Nodes.Index().ToLookup(node => node.Item.Parent, node => node.Index);
    }

    /// <summary>How an object stands, with all that hangs on its node; null where nothing of it is drawn.</summary>
    /// <param name="root">Its node.</param>
    public Stand? Of(int root)
    {
        HashSet<int> own = WithAllBelow(root);
        Box box = own.Aggregate(Box.Empty, (all, node) => all.Union(_boxes[node]));
        if (box.IsEmpty)
        {
            return null;
        }

        return Around(box, own) is { } around ? new(around, double.NegativeInfinity)
            : Touches(box.Grown(TouchMetres), own) ? Deepest(box, own)
            : Below(box, own) is { Length: > 0 } below ? below.MinBy(stand => stand.ClearanceMetres) : Stand.OnNothing;
    }

    private HashSet<int> WithAllBelow(int root)
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

    // What has the middle of it inside.
    private int? Around(Box box, HashSet<int> own) => Others(new(box.Centre, box.Centre), own)
        .Select(node => (int?)node).FirstOrDefault(node => TreeOf(node!.Value).IsInside(ToNode(node.Value).TransformPoint(box.Centre)));

    private bool Touches(Box box, HashSet<int> own) => Others(box, own).Any(node =>
    {
        var triangles = new List<int>();
        TreeOf(node).Find(box.Transformed(ToNode(node)), triangles);
        return triangles.Count > 0;
    });

    // It stands as deep as the surface that all its feet are below; upon what only some of them are below, it leans.
    private Stand Deepest(Box box, HashSet<int> own) =>
        Below(box, own) is { Length: Feet } below && below.MaxBy(stand => stand.ClearanceMetres) is { ClearanceMetres: < -TouchMetres } deep ? deep : new(null, 0);

    // From half its height, so that a surface that it is sunk in is met, too.
    private Stand[] Below(Box box, HashSet<int> own)
    {
        (double x, double z, double height) = (Inwards * box.Size.X / 2, Inwards * box.Size.Z / 2, box.Size.Y / 2);
        Vector3d[] feet = [box.Centre, .. new[] { (-x, -z), (-x, z), (x, -z), (x, z) }.Select(foot => box.Centre + new Vector3d(foot.Item1, 0, foot.Item2))];
        return [.. feet.Select(foot => Nearest(foot, own)).OfType<(double Distance, int Node)>().Select(hit => new Stand(hit.Node, hit.Distance - height))];
    }

    private (double Distance, int Node)? Nearest(Vector3d start, HashSet<int> own)
    {
        (double Distance, int Node)? nearest = null;
        foreach (int node in Others(new(start with { Y = _tree.Bounds.Min.Y }, start), own))
        {
            if (TreeOf(node).Nearest(new Ray(start, -Vector3d.UnitY).Transformed(ToNode(node)), nearest?.Distance ?? double.MaxValue) is { } hit)
            {
                nearest = (hit.Distance, node);
            }
        }

        return nearest;
    }

    private IEnumerable<int> Others(Box box, HashSet<int> own)
    {
        var found = new List<int>();
        _tree.Find(box, found);
        return found.Where(node => !own.Contains(node)).Order();
    }

    private TriangleTree TreeOf(int node) => _trees[_scene.Nodes[node].Mesh!.Value];

    private Matrix4x4d ToNode(int node) => _toWorld[node].InverseAffine();
}

using System.Collections.Concurrent;
using System.Globalization;
using SensorSim.Geometry;
using SensorSim.Scenes.Collision;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>
/// The shapes of a scene's objects, in the world and as bodies, each prepared when it is first needed and kept for all cousins that have it there.
/// A mesh that deforms counts as it is at rest. Any thread may ask.
/// </summary>
/// <param name="scene">Of all cousins.</param>
internal sealed class Scenery(Scene scene)
{
    /// <summary>Pieces that a body has at most.</summary>
    private const int MaximumPieces = 10;

    private readonly Matrix4x4d[] _rest = scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]);
    private readonly ConcurrentDictionary<(int Node, int Mesh), Lazy<FixtureSet>> _fixtures = new();
    private readonly ConcurrentDictionary<(int Node, int Mesh), Lazy<SupportSurface>> _surfaces = new();
    private readonly ConcurrentDictionary<(int Node, int Mesh), Lazy<ContainerInterior>> _interiors = new();
    private readonly ConcurrentDictionary<string, Lazy<(RigidShape Shape, Box Box, MassProperties Mass)>> _shapes = new(StringComparer.Ordinal);
    private readonly ILookup<int, int> _children = scene.Nodes.Index().Where(node => node.Item.Parent is not null).ToLookup(node => node.Item.Parent!.Value, node => node.Index);

    public MeshTrees Trees { get; } = new(scene);

    /// <summary>A node and all below it.</summary>
    public IEnumerable<int> WithDescendants(int node) => WithDescendants(node, static _ => true);

    /// <summary>A node and all below it.</summary>
    /// <param name="node">Index.</param>
    /// <param name="isPart">What it says no to is left out with all below that.</param>
    public IEnumerable<int> WithDescendants(int node, Func<int, bool> isPart)
    {
        var pending = new Stack<int>([node]);
        while (pending.TryPop(out int next))
        {
            yield return next;
            foreach (int child in _children[next].Where(isPart))
            {
                pending.Push(child);
            }
        }
    }

    /// <summary>The triangles that a node shows, in the world; null for one that shows none.</summary>
    public FixtureSet? FixturesOf(SceneInstance cousin, int node)
    {
        if (!scene.Nodes[node].InScene || cousin.MeshOf(node) is not { } mesh)
        {
            return null;
        }

        Matrix4x4d toWorld = cousin.NodeToWorld[node];
        return toWorld == _rest[node]
            ? _fixtures.GetOrAdd((node, mesh), of => new(() => FixtureSet.Of(Trees[of.Mesh], _rest[of.Node]))).Value
            : FixtureSet.Of(Trees[mesh], toWorld);
    }

    /// <summary>The level parts of what a node shows; null for one that shows nothing.</summary>
    /// <param name="cousin">Which shows it.</param>
    /// <param name="support">The object.</param>
    /// <param name="toWorld">Of its node, maybe after it has been placed.</param>
    public SupportSurface? SurfaceOf(SceneInstance cousin, Instance support, Matrix4x4d toWorld) => cousin.MeshOf(support.Node) is not { } mesh
        ? null
        : toWorld == _rest[support.Node]
            ? _surfaces.GetOrAdd((support.Node, mesh), of => new(() => new(support.Name, Trees[of.Mesh], _rest[of.Node]))).Value
            : new(support.Name, Trees[mesh], toWorld);

    /// <summary>The inside of what a node shows; null for one that shows nothing.</summary>
    public ContainerInterior? InteriorOf(SceneInstance cousin, Instance container, Matrix4x4d toWorld) => cousin.MeshOf(container.Node) is not { } mesh
        ? null
        : toWorld == _rest[container.Node]
            ? _interiors.GetOrAdd((container.Node, mesh), of => new(() => ContainerInterior.Of(container.Name, Trees[of.Mesh], _rest[of.Node]))).Value
            : ContainerInterior.Of(container.Name, Trees[mesh], toWorld);

    /// <summary>The corners of a mesh under a transform, three for each triangle.</summary>
    public IReadOnlyList<Vector3d> CornersOf(int mesh, Matrix4x4d transform) => CornersOf([(mesh, transform)]);

    /// <summary>Around what a node shows, world space.</summary>
    public Box BoundsOf(SceneInstance cousin, int node) =>
        scene.Nodes[node].InScene && cousin.MeshOf(node) is { } mesh ? Trees[mesh].Bounds.Transformed(cousin.NodeToWorld[node]) : Box.Empty;

    /// <summary>A node with what hangs on it as a body, as large as it is in the cousin; null where it shows nothing.</summary>
    public PlacedShape? ShapeOf(SceneInstance cousin, int node) => ShapeOf(cousin, node, WithDescendants(node));

    /// <summary>Some nodes as one body, in the space of the first; null where they show nothing.</summary>
    public PlacedShape? ShapeOf(SceneInstance cousin, int node, IEnumerable<int> with)
    {
        (int Node, int Mesh)[] parts = [.. with.Where(part => scene.Nodes[part].InScene).Select(part => (part, cousin.MeshOf(part))).Where(part => part.Item2 is { } mesh && Trees[mesh].Count > 0).Select(part => (part.part, part.Item2!.Value))];
        if (parts.Length == 0)
        {
            return null;
        }

        Stretch stretch = Stretch.Of(cousin.NodeToWorld[node]);
        Matrix4x4d toObject = stretch.Remainder * cousin.NodeToWorld[node].InverseAffine();
        (int Mesh, Matrix4x4d ToObject)[] meshes = [.. parts.Select(part => (part.Mesh, Stretch.Rounded(toObject * cousin.NodeToWorld[part.Node])))];
        string key = string.Join(';', meshes.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Mesh}:{string.Join(',', part.ToObject.ToRowMajor().Select(n => n.ToString("R", CultureInfo.InvariantCulture)))}")));
        (RigidShape shape, Box box, MassProperties mass) = _shapes.GetOrAdd(key, _ => new(() => BodyOf(meshes))).Value;
        return new(shape, box, mass, stretch.Remainder, stretch.Turn);
    }

    private (RigidShape Shape, Box Box, MassProperties Mass) BodyOf((int Mesh, Matrix4x4d ToObject)[] parts)
    {
        List<Vector3d> corners = CornersOf(parts);
        (IReadOnlyList<ConvexHull> pieces, MassProperties mass) = PiecesOf(corners);
        return (new(pieces), Box.Around([.. corners]), mass);
    }

    /// <summary>A surface as convex pieces, and the mass of what it holds, or of the pieces where it is open.</summary>
    /// <param name="corners">Three for each triangle.</param>
    public static (IReadOnlyList<ConvexHull> Pieces, MassProperties Mass) PiecesOf(IReadOnlyList<Vector3d> corners)
    {
        double size = Box.Around([.. corners]).Size.Length;
        IReadOnlyList<ConvexHull> pieces = ConvexDecomposition.Of(corners, Math.Max(8e-4, 0.04 * size), Math.Clamp(0.002 * size, 2e-5, 1.5e-4), MaximumPieces);
        return (pieces, MassProperties.Within(corners) ?? MassProperties.Of(pieces));
    }

    private List<Vector3d> CornersOf((int Mesh, Matrix4x4d ToObject)[] parts)
    {
        var corners = new List<Vector3d>();
        foreach ((int mesh, Matrix4x4d toObject) in parts)
        {
            // What is mirrored would be seen from inside.
            (int second, int third) = toObject.Determinant3x3 < 0 ? (2, 1) : (1, 2);
            for (int i = 0; i < Trees[mesh].Count; i++)
            {
                ReadOnlySpan<Vector3d> triangle = Trees[mesh][i];
                corners.AddRange([toObject.TransformPoint(triangle[0]), toObject.TransformPoint(triangle[second]), toObject.TransformPoint(triangle[third])]);
            }
        }

        return corners;
    }
}

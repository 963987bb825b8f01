using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Gltf.Extensions.RigidBodies;

/// <summary>Reads <c>collider</c>, and tells of <c>trigger</c>.</summary>
internal sealed class ColliderReader(GltfDocument document, Scene scene, GltfWarnings warnings)
{
    /// <summary>Nested nodes that name each other could make a small file cost hours.</summary>
    private const int MaximumVisits = 1 << 20;

    private readonly GltfArray _shapes = KhrImplicitShapes.Shapes(document.Root);
    private readonly List<ColliderShape> _implicit = KhrImplicitShapes.Shapes(document.Root).Read(KhrImplicitShapes.Read);
    private readonly GltfArray _materials = KhrPhysicsRigidBodies.Array(document, "physicsMaterials");
    private readonly List<SurfaceDescription> _surfaces = KhrPhysicsRigidBodies.Array(document, "physicsMaterials").Read(at => SurfaceReader.Read(at, warnings));
    private readonly GltfArray _filters = KhrPhysicsRigidBodies.Array(document, "collisionFilters");
    private readonly ILookup<int?, int> _children = Enumerable.Range(0, scene.Nodes.Count).ToLookup(node => scene.Nodes[node].Parent);
    private readonly List<SceneCollider> _colliders = [];
    private int _visited;

    public IReadOnlyList<SceneCollider> Colliders => _colliders;

    /// <param name="node">Its index.</param>
    /// <param name="own">Its extension.</param>
    public void Add(int node, JsonCursor own)
    {
        if (own.Find("trigger") is not null)
        {
            warnings.Add("The triggers of the file were left out: nothing here asks who passes them.");
        }

        if (own.Find("collider") is not { } at)
        {
            return;
        }

        if (at.Index("collisionFilter", _filters) is not null)
        {
            warnings.Add("The collision filters of the file were left out: bodies touch each other whatever their systems are.");
        }

        _colliders.Add(new(node, Shape(at.Get("geometry"))) { Surface = at.Index("physicsMaterial", _materials) is { } material ? _surfaces[material] : null });
    }

    private ColliderShape Shape(JsonCursor geometry)
    {
        bool isHull = geometry.Flag("convexHull");
        return (geometry.Index("shape", _shapes), geometry.Index("mesh", document.Meshes), geometry.Index("node", document.Nodes)) switch
        {
            ({ } shape, null, null) => _implicit[shape],
            (null, { } mesh, null) => new MeshShape([(mesh, Matrix4x4d.Identity)], isHull),
            (null, null, { } node) => new MeshShape(PartsOf(geometry, node), isHull),
            _ => throw geometry.Error("expected one of \"shape\", \"mesh\" and \"node\"; keep one of them"),
        };
    }

    private List<(int Mesh, Matrix4x4d ToNode)> PartsOf(JsonCursor geometry, int root)
    {
        var parts = new List<(int Mesh, Matrix4x4d ToNode)>();
        var pending = new Stack<(int Node, Matrix4x4d ToRoot)>([(root, Matrix4x4d.Identity)]);
        while (pending.TryPop(out (int Node, Matrix4x4d ToRoot) at))
        {
            if (++_visited > MaximumVisits)
            {
                throw geometry.Error($"with this geometry colliders name more than {MaximumVisits} nodes; name meshes");
            }

            parts.AddRange(scene.Nodes[at.Node].Mesh is { } mesh ? [(mesh, at.ToRoot)] : []);
            foreach (int child in _children[at.Node])
            {
                pending.Push((child, at.ToRoot * scene.Nodes[child].LocalTransform));
            }
        }

        return parts.Count > 0 ? parts : throw geometry.Error($"node {root} has no mesh, nor has any node below it; name one with a mesh");
    }
}

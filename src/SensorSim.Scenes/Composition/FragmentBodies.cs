using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Composition;

/// <summary>What a file that is added to a scene says of bodies.</summary>
public static class FragmentBodies
{
    /// <summary>Whether its parts move against each other, so that it cannot be one mesh: it has joints, or several bodies, or one beside what stands.</summary>
    public static bool AreSeveral(Scene fragment)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        ScenePhysics physics = fragment.Physics;
        return !physics.IsEmpty && (physics.Joints.Count > 0 || fragment.Nodes.Index().Where(node => node.Item is { InScene: true, Mesh: not null }).Select(node => node.Index)
            .Concat(physics.Colliders.Select(collider => collider.Node)).Concat(physics.Bodies.Keys).Where(node => fragment.Nodes[node].InScene)
            .Select(node => physics.BodyOf(fragment, node)).Distinct().Count() > 1);
    }

    /// <summary>One body as a scene of its own: node 0 shows the first mesh, and colliders that are elsewhere in the file have nodes below it.</summary>
    /// <param name="fragment">As read, of one body or of none.</param>
    /// <param name="shown">All that it shows, in the space of node 0.</param>
    internal static Scene Flattened(Scene fragment, Mesh shown)
    {
        Matrix4x4d[] world = fragment.WorldTransforms([.. fragment.Nodes.Select(node => node.LocalTransform)]);
        List<Node> nodes = [new(null, null, Matrix4x4d.Identity, 0, null, null, null, InScene: true)];
        List<Mesh> meshes = [shown];
        var colliders = new List<SceneCollider>();
        foreach (SceneCollider collider in fragment.Physics.Colliders.Where(collider => fragment.Nodes[collider.Node].InScene))
        {
            colliders.Add(collider with { Node = NodeAt(world[collider.Node], fragment.Nodes[collider.Node].Name, nodes), Shape = WithMeshes(collider.Shape, fragment.Meshes, meshes) });
        }

        IEnumerable<KeyValuePair<int, SceneBody>> bodies = fragment.Physics.Bodies.Where(body => fragment.Nodes[body.Key].InScene);
        return fragment with
        {
            Nodes = nodes,
            Meshes = meshes,
            Physics = new() { Bodies = bodies.ToDictionary(_ => 0, body => Placed(body.Value, world[body.Key])), Colliders = colliders },
        };
    }

    private static int NodeAt(Matrix4x4d place, string? name, List<Node> nodes)
    {
        if (place == Matrix4x4d.Identity)
        {
            return 0;
        }

        nodes.Add(new(name ?? "collider", 0, place, null, null, null, null, InScene: true));
        return nodes.Count - 1;
    }

    private static ColliderShape WithMeshes(ColliderShape shape, IReadOnlyList<Mesh> known, List<Mesh> meshes)
    {
        if (shape is not MeshShape surface)
        {
            return shape;
        }

        int first = meshes.Count;
        meshes.AddRange(surface.Parts.Select(part => known[part.Mesh]));
        return surface with { Parts = [.. surface.Parts.Select((part, i) => (first + i, part.ToNode))] };
    }

    // What is said along the body's own node, along node 0.
    private static SceneBody Placed(SceneBody body, Matrix4x4d place)
    {
        Quaterniond turn = Stretch.Of(place).Turn;
        return place == Matrix4x4d.Identity ? body : body with
        {
            CentreOfMass = body.CentreOfMass is { } centre ? place.TransformPoint(centre) : null,
            Axes = turn * body.Axes,
            LinearVelocity = turn.Rotate(body.LinearVelocity),
            AngularVelocity = turn.Rotate(body.AngularVelocity),
        };
    }
}

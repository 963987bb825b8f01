using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Composition;

/// <summary>A twin with what a scenario adds to it, in an order that the additions alone decide.</summary>
public static class ComposedScene
{
    /// <param name="twin">As read; its indices stay.</param>
    /// <param name="additions">What comes behind.</param>
    /// <param name="fragments">Where that comes from.</param>
    public static Scene Of(Scene twin, SceneAdditions additions, IFragmentSource fragments)
    {
        ArgumentNullException.ThrowIfNull(twin);
        ArgumentNullException.ThrowIfNull(additions);
        ArgumentNullException.ThrowIfNull(fragments);
        Scene scene = additions.HasVariants ? WithVariants(twin) : twin;
        var items = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string item in additions.Items.Where(item => !TreeMerge.IsNeededFor(fragments.Item(item))))
        {
            items.Add(item, scene.Meshes.Count);
            scene = SceneMerge.AppendMeshes(scene, fragments.Item(item));
        }

        scene = scene with { Shapes = scene.Shapes with { Items = items } };
        scene = WithMaterials(scene, additions, fragments);
        scene = WithObjects(scene, [.. additions.Objects.Where(added => items.ContainsKey(added.Item))], fragments);
        scene = additions.Objects.Where(added => !items.ContainsKey(added.Item)).Aggregate(scene, (all, added) => TreeMerge.Append(all, fragments.Item(added.Item), added));
        return WithLamps(scene, additions.Lamps) with { Warnings = [.. twin.Warnings, .. additions.Items.SelectMany(item => WarningsOf(item, additions, fragments.Item(item)))] };
    }

    private static Scene WithObjects(Scene scene, IReadOnlyList<AddedObject> objects, IFragmentSource fragments)
    {
        List<Node> nodes = [.. scene.Nodes];
        ScenePhysics physics = scene.Physics;
        foreach (AddedObject added in objects)
        {
            (int first, int mesh, Scene fragment) = (nodes.Count, scene.Shapes.Items[added.Item], fragments.Item(added.Item));
            nodes.Add(NodeOf(added, mesh));
            if (!fragment.Physics.IsEmpty)
            {
                nodes.AddRange(fragment.Nodes.Skip(1).Select(node => node with { Name = $"{added.Name}/{node.Name}", Parent = node.Parent + first }));
                physics = PhysicsMerge.Joined(physics, fragment.Physics, (first, fragment.Nodes.Count), mesh, name => name, new HashSet<int>());
            }
        }

        return scene with { Nodes = nodes, Physics = physics };
    }

    private static IEnumerable<string> WarningsOf(string item, SceneAdditions additions, Scene fragment) =>
        fragment.Physics.IsEmpty || additions.Objects.Any(added => added.Item == item) ? fragment.Warnings
        : fragment.Warnings.Append($"{item}: what the file says of bodies was left out: it counts where it is added under objects, and not where it takes another's place.");

    private static Scene WithLamps(Scene scene, IReadOnlyList<AddedLamp> lamps) => scene with
    {
        Lights = [.. scene.Lights, .. lamps.Select(lamp => lamp.Light)],
        Nodes = [.. scene.Nodes, .. lamps.Select((lamp, i) => new Node(lamp.Name, null, Matrix4x4d.FromTrs(lamp.At, lamp.Turn, new(1, 1, 1)), null, scene.Lights.Count + i, null, null, InScene: true))],
    };

    // A variant is another mesh: primitives that share a material may part in it.
    private static Scene WithVariants(Scene scene)
    {
        List<Mesh> meshes = [.. scene.Meshes];
        var variants = new Dictionary<(int Mesh, int Variant), int>();
        for (int mesh = 0; mesh < scene.Meshes.Count; mesh++)
        {
            for (int variant = 0; variant < scene.Variants.Count; variant++)
            {
                if (!scene.Meshes[mesh].IsDeformable && scene.Meshes[mesh].Primitives.Any(primitive => primitive.VariantMaterials.ContainsKey(variant)))
                {
                    variants.Add((mesh, variant), meshes.Count);
                    meshes.Add(Final(MaterialVariants.Of(scene.Meshes[mesh], variant)));
                }
            }
        }

        return scene with { Meshes = meshes, Shapes = scene.Shapes with { Variants = variants } };
    }

    private static Mesh Final(Mesh mesh) => mesh with { Primitives = [.. mesh.Primitives.Select(primitive => primitive with { VariantMaterials = new Dictionary<int, int>() })] };

    private static Scene WithMaterials(Scene scene, SceneAdditions additions, IFragmentSource fragments)
    {
        Scene prepared = additions.Materials.Count > 0 ? TextureCoordinates.Complete(scene, additions.Replaced) : scene;
        foreach (string reference in additions.Materials)
        {
            Scene fragment = fragments.Material(reference);
            prepared = SceneMerge.AppendMaterials(prepared, fragment with { Materials = [fragment.Materials[0] with { Name = reference }] });
        }

        return prepared;
    }

    private static Node NodeOf(AddedObject added, int mesh)
    {
        Quaterniond turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, added.YawDegrees * (Math.PI / 180));
        return new(added.Name, null, Matrix4x4d.FromTrs(added.At, turn, new(added.Scale, added.Scale, added.Scale)), mesh, null, null, new JsonObject { ["category"] = added.Category }, InScene: true);
    }
}

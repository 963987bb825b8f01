using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

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
        foreach (string item in additions.Items.Where(item => fragments.Item(item).Articulation.IsEmpty))
        {
            items.Add(item, scene.Meshes.Count);
            scene = SceneMerge.AppendMesh(scene, fragments.Item(item));
        }

        scene = scene with { Shapes = scene.Shapes with { Items = items } };
        scene = WithMaterials(scene, additions, fragments);
        scene = scene with { Nodes = [.. scene.Nodes, .. additions.Objects.Where(added => items.ContainsKey(added.Item)).Select(added => NodeOf(added, items[added.Item]))] };
        scene = additions.Objects.Where(added => !items.ContainsKey(added.Item)).Aggregate(scene, (all, added) => RobotMerge.Append(all, fragments.Item(added.Item), added));
        return WithLamps(scene, additions.Lamps);
    }

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

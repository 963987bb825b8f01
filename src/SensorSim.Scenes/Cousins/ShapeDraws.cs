using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Cousins;

/// <summary>Which objects a cousin has, and what they are: from the draws item, present and count of objects and the variant of the scene.</summary>
internal sealed class ShapeDraws(Scene twin, DrawnValues values)
{
    private readonly DrawnPresence _presence = new(values, CousinFamily.Objects);
    private readonly int? _variant = VariantOf(twin, values.Apply((string?)null, CousinFamily.Scene, "", CousinAttributes.Scene));

    /// <summary>Node → the mesh in place of its own, or null for an object that is not there.</summary>
    /// <exception cref="ArgumentException">A draw names no item, or a mesh that deforms.</exception>
    public Dictionary<int, int?> Of(IReadOnlyList<Instance> objects)
    {
        var shapes = new Dictionary<int, int?>();
        foreach (Instance thing in objects)
        {
            int? mesh = _presence.Has(thing.Name) ? InVariant(ItemOf(thing) ?? thing.Mesh) : null;
            if (mesh != thing.Mesh)
            {
                shapes.Add(thing.Node, mesh);
            }
        }

        return shapes;
    }

    /// <summary>The mesh of what stands in for an object; null where it is itself.</summary>
    public int? ItemOf(Instance thing)
    {
        if (values.Peek(CousinFamily.Objects, thing.Name, CousinAttributes.Item) is not { } draw || CousinAttributes.Text(draw) == ScenarioAdditions.Keep)
        {
            return null;
        }

        int item = twin.Shapes.Items.TryGetValue(CousinAttributes.Text(draw), out int mesh) ? mesh : throw new ArgumentException($"The scene was not given the object {draw.ToJsonString()}.", nameof(thing));
        return item == thing.Mesh ? null
            : twin.Meshes[thing.Mesh].IsDeformable ? throw new ArgumentException($"'{thing.Name}' deforms and cannot become {draw.ToJsonString()}.", nameof(thing))
            : item;
    }

    private int InVariant(int mesh) => _variant is { } variant ? twin.Shapes.Variants.GetValueOrDefault((mesh, variant), mesh) : mesh;

    private static int? VariantOf(Scene twin, string? name) => name is null ? null
        : twin.Variants.ToList().IndexOf(name) is >= 0 and var index ? index
        : throw new ArgumentException($"The scene has no variant '{name}'.", nameof(name));
}

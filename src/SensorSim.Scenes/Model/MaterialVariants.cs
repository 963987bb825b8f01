namespace SensorSim.Scenes.Model;

/// <summary>Other looks of a scene that its file brings along.</summary>
public static class MaterialVariants
{
    /// <summary>The scene in one of its variants.</summary>
    /// <param name="scene">As read.</param>
    /// <param name="name">Null leaves it as it is.</param>
    /// <exception cref="ArgumentException">The scene has no such variant.</exception>
    public static Scene Apply(Scene scene, string? name)
    {
        ArgumentNullException.ThrowIfNull(scene);
        if (name is null)
        {
            return scene;
        }

        int variant = scene.Variants.ToList().IndexOf(name);
        return variant >= 0
            ? scene with { Meshes = [.. scene.Meshes.Select(mesh => mesh with { Primitives = [.. mesh.Primitives.Select(primitive => Of(primitive, variant))] })] }
            : throw new ArgumentException($"The scene has no variant '{name}'.", nameof(name));
    }

    private static Primitive Of(Primitive primitive, int variant) =>
        primitive.VariantMaterials.TryGetValue(variant, out int material) ? primitive with { Material = material } : primitive;
}

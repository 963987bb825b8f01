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
            ? scene with { Meshes = [.. scene.Meshes.Select(mesh => Of(mesh, variant))] }
            : throw new ArgumentException($"The scene has no variant '{name}'.", nameof(name));
    }

    /// <summary>A mesh in one of its scene's variants.</summary>
    /// <param name="mesh">As read.</param>
    /// <param name="variant">Index in <see cref="Scene.Variants"/>.</param>
    public static Mesh Of(Mesh mesh, int variant)
    {
        ArgumentNullException.ThrowIfNull(mesh);
        return mesh with { Primitives = [.. mesh.Primitives.Select(primitive => Of(primitive, variant))] };
    }

    private static Primitive Of(Primitive primitive, int variant) =>
        primitive.VariantMaterials.TryGetValue(variant, out int material) ? primitive with { Material = material } : primitive;
}

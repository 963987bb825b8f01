using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Composition;

/// <summary>Puts scenes together. What the first has keeps its indices; what the second brings comes behind.</summary>
public static class SceneMerge
{
    /// <summary>A fragment in which all that its nodes show is one mesh, in the pose of its file; nothing else changes, and it has no nodes.</summary>
    /// <param name="fragment">As read.</param>
    /// <param name="name">Of the mesh.</param>
    /// <exception cref="CompositionException">It shows nothing, or something that deforms.</exception>
    public static Scene Flattened(Scene fragment, string name)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        return fragment with { Nodes = [], Meshes = [FlattenedMesh.Of(fragment, name)] };
    }

    /// <summary>The scene with a fragment's only mesh behind its own, with the materials, textures and images of that. No node shows it yet.</summary>
    public static Scene AppendMesh(Scene scene, Scene fragment)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(fragment);
        Mesh mesh = fragment.Meshes.Single();
        int materials = scene.Materials.Count;
        Scene merged = AppendMaterials(scene, fragment);
        return merged with { Meshes = [.. merged.Meshes, mesh with { Primitives = [.. mesh.Primitives.Select(p => p with { Material = p.Material + materials })] }] };
    }

    /// <summary>The scene with a fragment's materials, textures and images behind its own.</summary>
    public static Scene AppendMaterials(Scene scene, Scene fragment)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(fragment);
        (int images, int textures) = (scene.Images.Count, scene.Textures.Count);
        return scene with
        {
            Images = [.. scene.Images, .. fragment.Images],
            Textures = [.. scene.Textures, .. fragment.Textures.Select(texture => texture with { Image = texture.Image + images })],
            Materials = [.. scene.Materials, .. fragment.Materials.Select(material => MaterialTextures.Map(material, binding => binding with { Texture = binding.Texture + textures }))],
        };
    }
}

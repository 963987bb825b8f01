using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Composition;

/// <summary>Puts scenes together. What the first has keeps its indices; what the second brings comes behind.</summary>
public static class SceneMerge
{
    /// <summary>A fragment in which all that its nodes show is one mesh, in the pose of its file; it has no nodes, or those of its body.</summary>
    /// <param name="fragment">As read, of no more than one body.</param>
    /// <param name="name">Of the mesh.</param>
    /// <exception cref="CompositionException">It shows nothing, or something that deforms.</exception>
    public static Scene Flattened(Scene fragment, string name)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        Mesh shown = FlattenedMesh.Of(fragment, name);
        return fragment.Physics.IsEmpty ? fragment with { Nodes = [], Meshes = [shown] } : FragmentBodies.Flattened(fragment, shown);
    }

    /// <summary>The scene with a fragment's meshes behind its own, with the materials, textures and images of those. No node shows them yet.</summary>
    public static Scene AppendMeshes(Scene scene, Scene fragment)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(fragment);
        int materials = scene.Materials.Count;
        Scene merged = AppendMaterials(scene, fragment);
        return merged with { Meshes = [.. merged.Meshes, .. fragment.Meshes.Select(mesh => mesh with { Primitives = [.. mesh.Primitives.Select(p => p with { Material = p.Material + materials })] })] };
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
            // Its lamps stay behind, or have other names here.
            Materials = [.. scene.Materials, .. fragment.Materials.Select(material => MaterialTextures.Map(material, binding => binding with { Texture = binding.Texture + textures }) with { GlowOf = null })],
        };
    }
}

using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>The pose in which animated things are drawn: the nodes' own transforms, default morph weights, skins evaluated once.</summary>
internal static class RestPose
{
    public static void Warn(GltfDocument document, GltfWarnings warnings)
    {
        if (document.Animations.Count > 0)
        {
            warnings.Add($"The file has {document.Animations.Count} animations, which are not played; the scene is shown in its rest pose.");
        }

        if (document.Skins.Count > 0)
        {
            warnings.Add($"The file has {document.Skins.Count} skins; skinned meshes are shown in their rest pose.");
        }

        if (document.Meshes.All().Any(m => m.Item.Items("primitives").Exists(p => p.Find("targets") is not null)))
        {
            warnings.Add("The file has morph targets; meshes are shown with their default weights.");
        }
    }

    /// <summary>Node-to-world transforms at rest.</summary>
    /// <exception cref="GltfException">Scales or translations multiply to infinity.</exception>
    public static Matrix4x4d[] WorldTransforms(GltfDocument document, Scene scene)
    {
        Matrix4x4d[] worlds = scene.WorldTransforms([.. scene.Nodes.Select(n => n.LocalTransform)]);
        int bad = Array.FindIndex(worlds, w => !Array.TrueForAll(w.ToRowMajor(), v => Math.Abs(v) <= float.MaxValue));
        return bad < 0
            ? worlds
            : throw document.Nodes[bad].Error("the transforms from the root to this node multiply to infinity; correct its scale or translation");
    }
}

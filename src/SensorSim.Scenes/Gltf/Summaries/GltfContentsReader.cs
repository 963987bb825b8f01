namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>Reads what a document says about itself.</summary>
internal static class GltfContentsReader
{
    public static GltfContents Read(GltfDocument document)
    {
        JsonCursor asset = document.Root.Get("asset");
        return new(
            asset.Get("version").Text(),
            asset.Text("generator"),
            asset.Text("copyright"),
            document.ExtensionsUsed,
            document.ExtensionsRequired,
            document.Skins.Read(s => new SkinContents(s.Text("name"), s.Items("joints").Count)),
            document.Animations.Read(a => new AnimationContents(a.Text("name"), a.Items("channels").Count)),
            document.Meshes.Read(m => m.Items("primitives").Select(p => p.Items("targets").Count).DefaultIfEmpty().Max()))
        {
            Nodes = document.Nodes.Count,
        };
    }
}

using SensorSim.Scenes.Gltf.Summaries;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>A glTF file as read.</summary>
/// <param name="Scene">What is in it, ready to vary and render.</param>
/// <param name="Assets">Every file that was read, the glTF first, then in the order of first use: the provenance of the scene.</param>
/// <param name="Contents">What the document holds beside the scene.</param>
public sealed record GltfFile(Scene Scene, IReadOnlyList<GltfAsset> Assets, GltfContents Contents)
{
    /// <summary>
    /// Where the file breaks the specification though it can be read, one sentence each with the JSON path; empty when nobody asked to examine it.
    /// </summary>
    public IReadOnlyList<string> Defects { get; init; } = [];
}

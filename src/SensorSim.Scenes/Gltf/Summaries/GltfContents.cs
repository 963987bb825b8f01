namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>What a document says about itself, for people who look into it.</summary>
/// <param name="Version">glTF version, "2.0".</param>
/// <param name="Generator">The exporter's name for itself.</param>
/// <param name="Copyright">As in the file.</param>
/// <param name="ExtensionsUsed">Names in document order.</param>
/// <param name="ExtensionsRequired">Names in document order.</param>
/// <param name="Skins">One for each skin.</param>
/// <param name="Animations">One for each animation.</param>
/// <param name="MorphTargets">Largest number of morph targets of a primitive of each mesh, by mesh.</param>
public sealed record GltfContents(
    string Version,
    string? Generator,
    string? Copyright,
    IReadOnlyList<string> ExtensionsUsed,
    IReadOnlyList<string> ExtensionsRequired,
    IReadOnlyList<SkinContents> Skins,
    IReadOnlyList<AnimationContents> Animations,
    IReadOnlyList<int> MorphTargets)
{
    /// <summary>What kind of file it is.</summary>
    public string Format { get; init; } = "glTF";

    /// <summary>Nodes of the document; behind them the scene has the copies of EXT_mesh_gpu_instancing.</summary>
    public int Nodes { get; init; }
}

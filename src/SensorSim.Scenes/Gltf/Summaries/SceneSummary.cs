namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>What is in a glTF file, as plain data for people and for JSON.</summary>
/// <param name="Name">Of the default scene.</param>
/// <param name="Generator">The exporter.</param>
/// <param name="Version">glTF version.</param>
/// <param name="Triangles">Drawn in the default scene, every instance counted.</param>
/// <param name="BoundsMinM">Corner of the box around everything drawn, world axes, metres; null when nothing is drawn.</param>
/// <param name="BoundsMaxM">The opposite corner.</param>
/// <param name="Nodes">In document order.</param>
/// <param name="Instances">What the dataset's labels will name.</param>
/// <param name="Meshes">In document order; posed copies of skinned or morphed meshes follow.</param>
/// <param name="Materials">In document order.</param>
/// <param name="Textures">In document order.</param>
/// <param name="Lights">Lights on nodes of the scene.</param>
/// <param name="Cameras">In document order.</param>
/// <param name="Skins">In document order.</param>
/// <param name="Animations">In document order.</param>
/// <param name="Extensions">Used or required.</param>
/// <param name="Assets">Files read, with digests.</param>
/// <param name="Warnings">What was left out or guessed.</param>
/// <param name="Defects">Where the file breaks the specification though it can be read.</param>
public sealed record SceneSummary(
    string Name,
    string? Generator,
    string Version,
    long Triangles,
    double[]? BoundsMinM,
    double[]? BoundsMaxM,
    IReadOnlyList<NodeSummary> Nodes,
    IReadOnlyList<InstanceSummary> Instances,
    IReadOnlyList<MeshSummary> Meshes,
    IReadOnlyList<MaterialSummary> Materials,
    IReadOnlyList<TextureSummary> Textures,
    IReadOnlyList<LightSummary> Lights,
    IReadOnlyList<CameraSummary> Cameras,
    IReadOnlyList<SkinContents> Skins,
    IReadOnlyList<AnimationSummary> Animations,
    IReadOnlyList<ExtensionSummary> Extensions,
    IReadOnlyList<GltfAsset> Assets,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<string> Defects)
{
    /// <summary>Why nothing of the file is drawn; null when something is.</summary>
    public string? EmptyBecause { get; init; }

    /// <summary>Names of the looks that KHR_materials_variants can give it.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Nodes of EXT_mesh_gpu_instancing.</summary>
    public IReadOnlyList<InstancedMeshSummary> InstancedMeshes { get; init; } = [];

    /// <summary>What kind of file it is: glTF or MJCF.</summary>
    public string Format { get; init; } = "glTF";

    /// <summary>The joints of robots.</summary>
    public IReadOnlyList<RobotJointSummary> RobotJoints { get; init; } = [];

    /// <summary>Names of poses of robots.</summary>
    public IReadOnlyList<string> Keyframes { get; init; } = [];

    /// <summary>What of the keypoints in the nodes' extras cannot be understood.</summary>
    public IReadOnlyList<string> KeypointDefects { get; init; } = [];

    public static SceneSummary Of(GltfFile file) => SceneSummarizer.Summarize(file);
}

namespace SensorSim.Scenes.Gltf.Summaries;

/// <summary>A mesh as it will be drawn.</summary>
/// <param name="Index">Position in the scene's list.</param>
/// <param name="Name">As in the file.</param>
/// <param name="Primitives">How many it has.</param>
/// <param name="Triangles">All primitives together.</param>
/// <param name="Vertices">After splitting for flat normals and tangents.</param>
/// <param name="Attributes">Which of TANGENT, TEXCOORD_0, TEXCOORD_1 and COLOR_0 any primitive has.</param>
/// <param name="Materials">Indices used; null among them is glTF's default material.</param>
/// <param name="MorphTargets">In the file.</param>
public sealed record MeshSummary(
    int Index, string? Name, int Primitives, long Triangles, long Vertices, IReadOnlyList<string> Attributes, IReadOnlyList<int?> Materials, int MorphTargets);

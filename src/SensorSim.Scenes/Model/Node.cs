using System.Text.Json.Nodes;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Model;

/// <summary>A node of the hierarchy.</summary>
/// <param name="Name">As in the file; may be absent or repeated.</param>
/// <param name="Parent">Index of the parent, null for a root.</param>
/// <param name="LocalTransform">Node to parent.</param>
/// <param name="Mesh">Index of its mesh.</param>
/// <param name="Light">Index of its punctual light, which shines along -Z.</param>
/// <param name="Camera">Index of its camera, which looks along -Z with +Y up.</param>
/// <param name="Extras">The file's <c>extras</c>, for categories and affordances.</param>
/// <param name="InScene">False for a node that the default scene does not reach: it is neither drawn nor labelled.</param>
public sealed record Node(
    string? Name, int? Parent, Matrix4x4d LocalTransform, int? Mesh, int? Light, int? Camera, JsonObject? Extras, bool InScene)
{
    /// <summary>Index of the skin that moves the mesh's vertices.</summary>
    public int? Skin { get; init; }

    /// <summary>The local transform in parts; null for a node that the file places by a matrix.</summary>
    public LocalPose? Pose { get; init; }

    /// <summary>Weights of the mesh's morph targets at rest; null are the mesh's own.</summary>
    public IReadOnlyList<float>? MorphWeights { get; init; }
}

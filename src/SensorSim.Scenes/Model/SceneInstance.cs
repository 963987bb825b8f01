using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Outcomes;

namespace SensorSim.Scenes.Model;

/// <summary>
/// One cousin, ready to render: the twin with this sample's draws applied. Geometry and textures stay the twin's;
/// transforms, material factors, lamps and environment are the cousin's own. Its lists are never changed in place: another instant is
/// another list, and what was computed from a list stays valid for it.
/// </summary>
/// <param name="Twin">The scene as given.</param>
/// <param name="Sample">Index of the cousin.</param>
/// <param name="NodeToWorld">By node.</param>
/// <param name="Materials">By material index; same count as the twin's.</param>
/// <param name="Lamps">Every light that shines.</param>
/// <param name="Environment">Light from all around.</param>
/// <param name="Draws">Every drawn value by name: what the record keeps.</param>
public sealed record SceneInstance(
    Scene Twin,
    long Sample,
    IReadOnlyList<Matrix4x4d> NodeToWorld,
    IReadOnlyList<Material> Materials,
    IReadOnlyList<LampState> Lamps,
    EnvironmentLight Environment,
    IReadOnlyDictionary<string, JsonNode?> Draws)
{
    /// <summary>How deformable meshes lie: node → shape, for every drawn node with such a mesh.</summary>
    public IReadOnlyDictionary<int, DeformedMesh> DeformedMeshes { get; init; } = new Dictionary<int, DeformedMesh>();

    /// <summary>
    /// Nodes that do not show their own mesh: node → the mesh in its place, or null for an object that this cousin does not have.
    /// A node whose mesh deforms shows its own.
    /// </summary>
    public IReadOnlyDictionary<int, int?> Shapes { get; init; } = ReadOnlyDictionary<int, int?>.Empty;

    /// <summary>Whether surfaces that emit light also give it to others.</summary>
    public bool EmissiveLights { get; init; }

    /// <summary>Where its nodes are at other times; null when nothing ever moves.</summary>
    public ISceneMotion? Motion { get; init; }

    /// <summary>What refused cousins of this sample that were drawn before it, and how often.</summary>
    public IReadOnlyDictionary<string, int> Redrawn { get; init; } = ReadOnlyDictionary<string, int>.Empty;

    /// <summary>What became of the task in its episode; null where nobody asks, or where nothing has moved yet.</summary>
    public TaskOutcome? Outcome { get; init; }

    /// <summary>The index of the lamp that is seen glowing on a material; null where it glows by itself, or where this cousin does without the lamp.</summary>
    public int? LampOf(Material material)
    {
        ArgumentNullException.ThrowIfNull(material);
        return material.GlowOf is { } name && Lamps.ToList().FindIndex(lamp => lamp.Name == name) is >= 0 and var index ? index : null;
    }

    /// <summary>The mesh that a node shows; null when it shows none.</summary>
    public int? MeshOf(int node) => Shapes.TryGetValue(node, out int? mesh) ? mesh : Twin.Nodes[node].Mesh;

    /// <summary>The cousin at an instant of the episode; itself when nothing ever moves.</summary>
    public SceneInstance At(double seconds) => Motion is { Moves: true } motion ? In(motion.At(seconds)) : this;

    /// <summary>The cousin in a pose.</summary>
    public SceneInstance In(ScenePose pose)
    {
        ArgumentNullException.ThrowIfNull(pose);
        return this with { NodeToWorld = pose.NodeToWorld, DeformedMeshes = pose.Meshes };
    }
}

using System.Collections.ObjectModel;

namespace SensorSim.Scenes.Model.Physics;

/// <summary>What a file itself says of bodies. A body is a node with everything below it, down to the next node that is a body of its own.</summary>
public sealed record ScenePhysics
{
    public static ScenePhysics None { get; } = new();

    /// <summary>Node → the body that it is.</summary>
    public IReadOnlyDictionary<int, SceneBody> Bodies { get; init; } = ReadOnlyDictionary<int, SceneBody>.Empty;

    /// <summary>What bodies, and what stands still, touch others with; a node may have several.</summary>
    public IReadOnlyList<SceneCollider> Colliders { get; init; } = [];

    /// <summary>By what bodies hang on each other; each name is there once.</summary>
    public IReadOnlyList<SceneJoint> Joints { get; init; } = [];

    /// <summary>Nodes that the file has; those behind them were added and are none of its concern.</summary>
    public int NodeCount { get; init; }

    /// <summary>Nodes of files that were added and have colliders: the first of each, and the one behind its last.</summary>
    public IReadOnlyList<(int First, int End)> Added { get; init; } = [];

    /// <summary>Whether a node touches others with the colliders that its file gives it, be it with none: so it is where the file has any.</summary>
    public bool SpeaksOf(int node) => node < NodeCount ? Colliders.Any(collider => collider.Node < NodeCount) : Added.Any(nodes => node >= nodes.First && node < nodes.End);

    public bool IsEmpty => Bodies.Count == 0 && Colliders.Count == 0 && Joints.Count == 0;

    /// <summary>The node of the body that a node belongs to: itself or the nearest above it.</summary>
    /// <param name="scene">Of the node.</param>
    /// <param name="node">Index of a node.</param>
    /// <returns>Null of what stands still.</returns>
    public int? BodyOf(Scene scene, int node)
    {
        ArgumentNullException.ThrowIfNull(scene);
        for (int? at = node; at is { } one; at = scene.Nodes[one].Parent)
        {
            if (Bodies.ContainsKey(one))
            {
                return one;
            }
        }

        return null;
    }
}

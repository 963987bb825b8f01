using SensorSim.Scenes.Names;

namespace SensorSim.Scenes.Bodies;

/// <summary>A node that may be a body: every object, and what the file has as a body or a collider without a mesh of its own.</summary>
/// <param name="Name">No other candidate's.</param>
/// <param name="Node">Its index.</param>
internal sealed record BodyCandidate(string Name, int Node)
{
    /// <summary>All of a scene: objects by their names, then the others.</summary>
    public static IReadOnlyList<BodyCandidate> In(Model.Scene scene, SceneNames names)
    {
        List<BodyCandidate> candidates = [.. names.Objects.Select(thing => new BodyCandidate(thing.Name, thing.Node))];
        HashSet<int> known = [.. candidates.Select(candidate => candidate.Node)];
        HashSet<string> taken = new(candidates.Select(candidate => candidate.Name), StringComparer.Ordinal);
        foreach (int node in scene.Physics.Bodies.Keys.Concat(scene.Physics.Colliders.Select(collider => collider.Node)).Where(node => scene.Nodes[node].InScene).Order())
        {
            if (known.Add(node) && (scene.Physics.Bodies.ContainsKey(node) || HolderOf(scene, node) is null))
            {
                candidates.Add(new(Unique(scene.Nodes[node].Name ?? FormattableString.Invariant($"node_{node}"), taken), node));
            }
        }

        return candidates;
    }

    /// <summary>A collider on a node that is nothing else belongs to the object that it hangs on, without names between: that object, where the node is such a one.</summary>
    public static int? HolderOf(Model.Scene scene, int node)
    {
        int? at = node;
        while (at is { } one && scene.Nodes[one] is { Name: null, Mesh: null } && !scene.Physics.Bodies.ContainsKey(one))
        {
            at = scene.Nodes[one].Parent;
        }

        return at is { } holder && holder != node && scene.Nodes[holder].Mesh is not null ? holder : null;
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        string candidate = name;
        for (int suffix = 2; !taken.Add(candidate); suffix++)
        {
            candidate = FormattableString.Invariant($"{name}_{suffix}");
        }

        return candidate;
    }
}

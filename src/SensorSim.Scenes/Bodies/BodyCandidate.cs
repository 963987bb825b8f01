namespace SensorSim.Scenes.Bodies;

/// <summary>A node that may be a body: every object, and what the file has as a body or a collider without a mesh of its own.</summary>
/// <param name="Name">No other candidate's.</param>
/// <param name="Node">Its index.</param>
internal sealed record BodyCandidate(string Name, int Node)
{
    /// <summary>All of a scene: objects by their names, then the others.</summary>
    public static IReadOnlyList<BodyCandidate> In(Model.Scene scene, Cousins.SceneNames names)
    {
        List<BodyCandidate> candidates = [.. names.Objects.Select(thing => new BodyCandidate(thing.Name, thing.Node))];
        HashSet<int> known = [.. candidates.Select(candidate => candidate.Node)];
        HashSet<string> taken = new(candidates.Select(candidate => candidate.Name), StringComparer.Ordinal);
        foreach (int node in scene.Physics.Bodies.Keys.Concat(scene.Physics.Colliders.Select(collider => collider.Node)).Where(node => scene.Nodes[node].InScene).Order())
        {
            if (known.Add(node))
            {
                candidates.Add(new(Unique(scene.Nodes[node].Name ?? FormattableString.Invariant($"node_{node}"), taken), node));
            }
        }

        return candidates;
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

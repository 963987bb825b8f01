namespace SensorSim.Scenes.Model;

/// <summary>Numbers and names the objects of a scene.</summary>
public static class SceneInstances
{
    /// <summary>The largest instance id: the instance image has 16 bits.</summary>
    public const int MaximumCount = 65535;

    /// <exception cref="InvalidOperationException">More than 65,535 nodes with a mesh.</exception>
    public static IReadOnlyList<Instance> Of(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var instances = new List<Instance>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (int node = 0; node < scene.Nodes.Count; node++)
        {
            if (scene.Nodes[node] is { Mesh: int mesh, InScene: true } n)
            {
                string name = Unique(n.Name ?? scene.Meshes[mesh].Name ?? $"node_{node}", taken);
                instances.Add(new(instances.Count + 1, name, node, mesh));
            }
        }

        return instances.Count <= MaximumCount
            ? instances
            : throw new InvalidOperationException($"The scene has {instances.Count} objects; an instance image can name {MaximumCount}.");
    }

    private static string Unique(string name, HashSet<string> taken)
    {
        string candidate = name;
        for (int suffix = 2; !taken.Add(candidate); suffix++)
        {
            candidate = $"{name}_{suffix}";
        }

        return candidate;
    }
}

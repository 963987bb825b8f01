using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Names;

/// <summary>The names by which scenarios and records call the parts of a scene; unique within each list.</summary>
public sealed class SceneNames
{
    private readonly Dictionary<string, int> _materialIndices;

    private SceneNames(Scene scene)
    {
        Objects = SceneInstances.Of(scene);
        Materials = Unique(scene.Materials.Select((m, i) => m.Name ?? $"material_{i}"));
        _materialIndices = Materials.Index().ToDictionary(m => m.Item, m => m.Index, StringComparer.Ordinal);
        (int Node, int Light)[] lights = [.. Reached(scene).Where(n => n.Node.Light is not null).Select(n => (n.Index, n.Node.Light!.Value))];
        Lamps = Named(lights, l => scene.Nodes[l.Node].Name ?? scene.Lights[l.Light].Name ?? $"node_{l.Node}");
        (int Node, int Camera)[] cameras = [.. Reached(scene).Where(n => n.Node.Camera is not null).Select(n => (n.Index, n.Node.Camera!.Value))];
        Cameras = Named(cameras, c => scene.Nodes[c.Node].Name ?? scene.Cameras[c.Camera].Name ?? $"node_{c.Node}");
    }

    /// <summary>Labelled objects; node name, else mesh name, else node_INDEX.</summary>
    public IReadOnlyList<Instance> Objects { get; }

    /// <summary>By material index; the material's name, else material_INDEX.</summary>
    public IReadOnlyList<string> Materials { get; }

    /// <summary>Name, node and light; node name, else light name, else node_INDEX.</summary>
    public IReadOnlyList<(string Name, (int Node, int Light) Of)> Lamps { get; }

    /// <summary>Name, node and camera; node name, else camera name, else node_INDEX.</summary>
    public IReadOnlyList<(string Name, (int Node, int Camera) Of)> Cameras { get; }

    public static SceneNames Of(Scene scene)
    {
        ArgumentNullException.ThrowIfNull(scene);
        return new(scene);
    }

    /// <summary>The index of the material with this name, or -1.</summary>
    public int IndexOfMaterial(string name) => _materialIndices.GetValueOrDefault(name, -1);

    private static IEnumerable<(int Index, Node Node)> Reached(Scene scene) => scene.Nodes.Index().Where(n => n.Item.InScene);

    private static IReadOnlyList<(string Name, T Of)> Named<T>(T[] things, Func<T, string> name) =>
        [.. Unique(things.Select(name)).Zip(things)];

    private static List<string> Unique(IEnumerable<string> names)
    {
        var unique = new List<string>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in names)
        {
            string candidate = name;
            for (int suffix = 2; !taken.Add(candidate); suffix++)
            {
                candidate = $"{name}_{suffix}";
            }

            unique.Add(candidate);
        }

        return unique;
    }
}

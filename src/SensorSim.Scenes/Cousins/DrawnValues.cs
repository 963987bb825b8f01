using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Paths;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Cousins;

/// <summary>Draws by the thing and attribute that they name. Remembers which have had their effect.</summary>
internal sealed class DrawnValues
{
    private readonly Dictionary<CousinKey, JsonValue> _values = [];
    private readonly HashSet<(CousinFamily Family, string Name)> _things = [];
    private readonly HashSet<CousinKey> _used = [];
    private readonly Dictionary<string, ObjectPose> _poses = new(StringComparer.Ordinal);
    private readonly HashSet<string> _posed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TimedPath> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _carried = new(StringComparer.Ordinal);

    public static DrawnValues Of(IReadOnlyDictionary<string, JsonNode?> draws)
    {
        var drawn = new DrawnValues();
        foreach ((string name, JsonNode? value) in draws)
        {
            if (CousinKey.Parse(name) is { Family: CousinFamily.Objects, Attribute: CousinAttributes.Pose } placed)
            {
                drawn._poses[placed.Name] = ObjectPose.Of(value) ?? throw new ArgumentException($"The draw '{name}' is no pose [x, y, z, qx, qy, qz, qw].", nameof(draws));
            }
            else if (CousinKey.Parse(name) is { Family: CousinFamily.Objects, Attribute: CousinAttributes.Path } carried)
            {
                drawn._paths[carried.Name] = PathJson.Of(value) ?? throw new ArgumentException($"The draw '{name}' is no path {{ points, speed_m_s, starts_at_s, faces_ahead }}.", nameof(draws));
            }
            else if (CousinKey.Parse(name) is { Family: not (CousinFamily.Parameters or CousinFamily.Cameras or CousinFamily.Physics or CousinFamily.Events) } key)
            {
                drawn._values[key] = value as JsonValue ?? throw new ArgumentException($"The draw '{name}' has no value.", nameof(draws));
                drawn._things.Add((key.Family, key.Name));
            }
        }

        return drawn;
    }

    /// <summary>Where an object is put; null for one that is not placed.</summary>
    public ObjectPose? PoseOf(string name)
    {
        if (!_poses.TryGetValue(name, out ObjectPose pose))
        {
            return null;
        }

        _posed.Add(name);
        return pose;
    }

    /// <summary>The way that an object travels; null for one that does not.</summary>
    public TimedPath? PathOf(string name)
    {
        if (!_paths.TryGetValue(name, out TimedPath? path))
        {
            return null;
        }

        _carried.Add(name);
        return path;
    }

    /// <summary>A drawn value, or null.</summary>
    public JsonValue? Peek(CousinFamily family, string name, string attribute) =>
        _values.GetValueOrDefault(new(family, name, attribute));

    /// <summary>A drawn value that has its effect now, or null.</summary>
    public JsonValue? Take(CousinFamily family, string name, string attribute)
    {
        var key = new CousinKey(family, name, attribute);
        if (_values.TryGetValue(key, out JsonValue? value))
        {
            _used.Add(key);
        }

        return value;
    }

    /// <summary>Every drawn value of a thing whose attribute begins like this, in the order of attributes; they have their effect now.</summary>
    public IReadOnlyList<(string Attribute, JsonValue Value)> TakeAll(CousinFamily family, string name, string prefix)
    {
        if (!_things.Contains((family, name)))
        {
            return [];
        }

        CousinKey[] keys = [.. _values.Keys.Where(key => key.Family == family && key.Name == name && key.Attribute.StartsWith(prefix, StringComparison.Ordinal)).OrderBy(key => key.Attribute, StringComparer.Ordinal)];
        _used.UnionWith(keys);
        return [.. keys.Select(key => (key.Attribute, _values[key]))];
    }

    /// <summary>The thing with every draw that names it applied.</summary>
    public T Apply<T>(T thing, CousinFamily family, string name, IReadOnlyList<CousinAttribute<T>> attributes)
    {
        if (!_things.Contains((family, name)))
        {
            return thing;
        }

        foreach (CousinAttribute<T> attribute in attributes)
        {
            var key = new CousinKey(family, name, attribute.Name);
            if (_values.TryGetValue(key, out JsonValue? value))
            {
                _used.Add(key);
                thing = attribute.Apply(thing, value);
            }
        }

        return thing;
    }

    /// <summary>A draw that named nothing in the scene, or null.</summary>
    public string? Unused => _values.Keys.Where(key => !_used.Contains(key)).Select(key => key.DrawName(key.Name))
        .Concat(_poses.Keys.Where(name => !_posed.Contains(name)).Select(NameOfPose))
        .Concat(_paths.Keys.Where(name => !_carried.Contains(name)).Select(NameOfPath))
        .FirstOrDefault();

    /// <summary>The name of the draw that says how an object travels.</summary>
    public static string NameOfPath(string name) => new CousinKey(CousinFamily.Objects, name, CousinAttributes.Path).DrawName(name);

    /// <summary>The name of the draw that says where an object is put.</summary>
    public static string NameOfPose(string name) => new CousinKey(CousinFamily.Objects, name, CousinAttributes.Pose).DrawName(name);
}

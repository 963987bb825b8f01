using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Lights;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Composition;

/// <summary>What a scenario adds to its scene, collected from its objects and from what its cousins may become.</summary>
public sealed class ScenarioAdditions
{
    /// <summary>In a list of items or materials: what the thing is by itself.</summary>
    public const string Keep = "keep";

    private const string LibraryPrefix = "builtin:";

    private readonly SceneNames _names;
    private readonly List<FragmentReference> _references = [];
    private readonly List<ScenarioError> _errors = [];
    private readonly HashSet<string> _replaced = new(StringComparer.Ordinal);

    private ScenarioAdditions(Scenario scenario, Scene twin)
    {
        _names = SceneNames.Of(twin);
        foreach ((int i, AddedGroup group) in scenario.Objects.Index())
        {
            Collect(group, FormattableString.Invariant($"objects[{i}]"));
        }

        foreach (VaryRule rule in scenario.Cousins.Vary)
        {
            Collect(rule);
        }

        CheckNames("objects", "an object", scenario.Objects, _names.Objects.Select(thing => thing.Name));
        CheckNames("lamps", "a lamp", scenario.Lamps, _names.Lamps.Select(lamp => lamp.Name));
        HasVariants = scenario.Cousins.Vary.Any(rule => rule.Key == $"scene.{CousinAttributes.Variant}");
    }

    /// <summary>Everything that has to be read, each once, in the order of the file.</summary>
    public IReadOnlyList<FragmentReference> References => _references;

    /// <summary>What does not fit the scene.</summary>
    public IReadOnlyList<ScenarioError> Errors => _errors;

    private bool HasVariants { get; }

    /// <param name="scenario">As read.</param>
    /// <param name="twin">Its scene as read.</param>
    public static ScenarioAdditions Of(Scenario scenario, Scene twin)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(twin);
        return new(scenario, twin);
    }

    /// <param name="scenario">The same.</param>
    /// <param name="categoryOf">The category of an item.</param>
    public SceneAdditions With(Scenario scenario, Func<string, string> categoryOf) => new()
    {
        Objects = [.. scenario.Objects.Where(group => group.Items.Count > 0).SelectMany(group => ObjectsOf(group, categoryOf))],
        Lamps = [.. scenario.Lamps.SelectMany(LampsOf)],
        Items = [.. _references.Where(reference => !reference.IsMaterial).Select(reference => reference.Reference)],
        Materials = [.. _references.Where(reference => reference.IsMaterial).Select(reference => reference.Reference)],
        Replaced = [.. _replaced.Order(StringComparer.Ordinal)],
        HasVariants = HasVariants,
    };

    private static IEnumerable<AddedObject> ObjectsOf(AddedGroup group, Func<string, string> categoryOf) => group.Names.Select((name, i) =>
    {
        string item = group.Items[i % group.Items.Count];
        return new AddedObject(name, item, group.Category ?? categoryOf(item), group.PlaceOf(i), group.YawDegrees) { Scale = group.Scale };
    });

    private static IEnumerable<AddedLamp> LampsOf(LampGroup group) =>
        group.Names.Select((name, i) => new AddedLamp(name, group.Light, group.PlaceOf(i), group.Aim.TurnAt(group.PlaceOf(i))));

    private void Collect(AddedGroup group, string key)
    {
        foreach (string item in group.Items)
        {
            Add(new(item, IsMaterial: false, $"{key}.use", group.Keys.Of("use")));
        }
    }

    private void Collect(VaryRule rule)
    {
        if (CousinKey.Parse(rule.Key) is not { } key)
        {
            return;
        }

        string[] values = key.Attribute is CousinAttributes.Item or CousinAttributes.Swap or CousinAttributes.TextureSet ? [.. ValuesOf(rule)] : [];
        foreach (string value in values.Where(value => IsAdded(key, value)))
        {
            Add(new(value, key.Family == CousinFamily.Materials, $"cousins.vary[\"{rule.Key}\"]", rule.ValuePosition));
        }

        if (key.Family == CousinFamily.Materials && values.Any(value => IsAdded(key, value)))
        {
            _replaced.UnionWith(_names.Materials.Where(name => GlobPattern.Matches(key.Name, name)));
        }
    }

    private static bool IsAdded(CousinKey key, string value) => key.Attribute switch
    {
        CousinAttributes.Swap => value.StartsWith(LibraryPrefix, StringComparison.Ordinal),
        _ => value != Keep,
    };

    private static IEnumerable<string> ValuesOf(VaryRule rule) => rule.Cases.Select(one => one.Use).Append(rule.Distribution)
        .OfType<ChoiceDistribution>().SelectMany(choice => choice.Values).Select(value => value.TryGetValue(out string? text) ? text : null).OfType<string>();

    private void Add(FragmentReference reference)
    {
        if (_references.TrueForAll(known => known.Reference != reference.Reference || known.IsMaterial != reference.IsMaterial))
        {
            _references.Add(reference);
        }
    }

    private void CheckNames(string key, string noun, IReadOnlyList<AddedThings> groups, IEnumerable<string> ofTheScene)
    {
        var taken = ofTheScene.ToHashSet(StringComparer.Ordinal);
        foreach ((int i, AddedThings group) in groups.Index())
        {
            if (group.Names.FirstOrDefault(name => !taken.Add(name)) is { } twice)
            {
                _errors.Add(new(group.Position, FormattableString.Invariant($"{key}[{i}].name"), $"there is already {noun} '{twice}'", "a name that neither the scene nor another entry has"));
            }
        }
    }
}

using System.Text.Json.Nodes;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins.Counterfactuals;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Paths;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Cousins.Binding;

/// <summary>The keys of <c>cousins.vary</c>: which things each names, and what every sample draws for them.</summary>
/// <param name="scenario">What varies.</param>
/// <param name="scene">What it varies.</param>
/// <param name="names">Of the scene.</param>
/// <param name="lamps">Judges draws of lamps.</param>
/// <param name="errors">Gets what does not fit.</param>
internal sealed class DrawBinding(Scenario scenario, Scene scene, SceneNames names, LampBinding lamps, BindingErrors errors)
{
    private readonly DrawnThings _things = new(names, scenario);
    private readonly List<BoundDraw> _draws = [];
    private readonly Dictionary<string, SourcePosition> _drawnAt = new(StringComparer.Ordinal);

    /// <summary>What every sample draws, in the order of the file.</summary>
    public IReadOnlyList<BoundDraw> Draws => _draws;

    public void Bind(VaryRule rule)
    {
        CousinKey key = CousinKey.Parse(rule.Key) ?? throw new ArgumentException($"'{rule.Key}' is not a key of cousins.vary.", nameof(rule));
        string[] things = _things.Of(key);
        string[] matched = key.Family == CousinFamily.Parameters || CousinKey.IsSingle(key.Family)
            ? [key.Name]
            : [.. things.Where(n => GlobPattern.Matches(key.Name, n))];
        if (matched.Length == 0)
        {
            errors.AddNoMatch(rule.KeyPosition, rule.Path, DrawnThings.Noun(key), key.Name, things, right => ExampleOf(key.DrawName(right)));
        }

        CheckNames(rule, key, things);
        CheckMeaning(rule, key, matched);
        CheckCounts(rule, key, matched);
        Add(rule, key, matched);
    }

    // Names that are drawn are names of something.
    private void CheckNames(VaryRule rule, CousinKey key, string[] things)
    {
        if (key is { Family: CousinFamily.Materials, Attribute: CousinAttributes.Swap })
        {
            CheckChoices(rule, "material", [.. things, ScenarioAdditions.Keep]);
        }

        if (key is { Family: CousinFamily.Scene, Attribute: CousinAttributes.Variant })
        {
            CheckChoices(rule, "variant", [.. scene.Variants]);
        }
    }

    private void CheckMeaning(VaryRule rule, CousinKey key, string[] matched)
    {
        if (key.Family == CousinFamily.Lights && matched.Length > 0)
        {
            lamps.Check(rule, key, matched);
        }

        foreach (CameraSettings camera in key.Family == CousinFamily.Cameras ? scenario.Cameras.Where(camera => GlobPattern.Matches(key.Name, camera.Name)) : [])
        {
            errors.AddRange(CameraDrawRules.Check(camera, rule, key.Attribute, rule.Path));
        }

        foreach (ScenarioEvent one in key.Family == CousinFamily.Events ? scenario.Events.Where(one => matched.Contains(one.Name, StringComparer.Ordinal) && !EventAttributes.Fits(key.Attribute, one.Kind)) : [])
        {
            errors.Add(new(rule.KeyPosition, rule.Path, $"the event '{one.Name}' has no {key.Attribute}", $"{ScalarReader.OneOf(EventAttributes.All.Where(attribute => EventAttributes.Fits(attribute.Name, one.Kind)).Select(attribute => attribute.Name))}"));
        }

        if (key.Family == CousinFamily.Objects && CousinAttributes.OfPaths.Contains(key.Attribute, StringComparer.Ordinal) && PathBinding.Check(rule, key.Attribute, matched, scenario.Paths) is { } pathless)
        {
            errors.Add(pathless);
        }

        if (key.Family == CousinFamily.Objects && CousinAttributes.OfPlaces.Contains(key.Attribute, StringComparer.Ordinal) && SkeletonRules.Moving(rule.KeyPosition, rule.Path, scene, names, matched) is { } joined)
        {
            errors.Add(joined);
        }
    }

    // As many as there are, and no half ones.
    private void CheckCounts(VaryRule rule, CousinKey key, string[] matched)
    {
        if (key.Attribute != CousinAttributes.Count)
        {
            return;
        }

        IEnumerable<AddedThings> groups = key.Family == CousinFamily.Lights ? scenario.Lamps : scenario.Objects;
        foreach (AddedThings group in groups.Where(group => matched.Contains(group.Name, StringComparer.Ordinal)))
        {
            bool IsCount(JsonValue value) => ValueRule.NumberOf(value) is { } number && number == Math.Floor(number) && number <= group.Count;
            if (!rule.Distributions.All(distribution => distribution is ChoiceDistribution choice && choice.Values.All(IsCount)))
            {
                errors.Add(new(rule.ValuePosition, rule.Path, $"the group '{group.Name}' has {group.Count}", FormattableString.Invariant($"a list of whole numbers from 0 to {group.Count}")));
            }
        }
    }

    private void Add(VaryRule rule, CousinKey key, string[] matched)
    {
        bool isItem = key is { Family: CousinFamily.Objects, Attribute: CousinAttributes.Item };
        BoundDraw[] draws = [.. matched.Select(thing => new BoundDraw(key.DrawName(thing), isItem ? ItemsOf(thing, rule) : rule.Distribution, rule))];
        if (Array.Find(draws, draw => _drawnAt.ContainsKey(draw.Name)) is { } twice)
        {
            errors.Add(new(rule.KeyPosition, rule.Path, $"'{twice.Name}' is already drawn by the key at {_drawnAt[twice.Name]}", "one key for each draw"));
        }

        _draws.AddRange(draws.Where(draw => _drawnAt.TryAdd(draw.Name, rule.KeyPosition)));
    }

    private void CheckChoices(VaryRule rule, string noun, string[] known)
    {
        foreach (JsonValue value in rule.Distributions.SelectMany(distribution => ((ChoiceDistribution)distribution).Values))
        {
            string name = value.GetValue<string>();
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                errors.AddNoMatch(rule.ValuePosition, rule.Path, $"{noun} of the scene", name, known, right => $"\"{rule.Key}\": [{right}]");
            }
        }
    }

    private Distribution ItemsOf(string name, VaryRule rule)
    {
        (Distribution items, ScenarioError? error) = new ItemDrawRules(scene, names).Of(names.Objects.First(thing => thing.Name == name), rule, rule.Path);
        errors.AddRange(error is null ? [] : [error]);
        return items;
    }

    private static string? ExampleOf(string draw) => KeyExamples.Of(new(default, KeyPath.Of("cousins.vary", draw), ""));
}

using SensorSim.Scenes.Cousins.Binding;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Sections;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Cousins.Paths;

/// <summary>What of a scenario's paths does not fit its scene.</summary>
internal static class PathBinding
{
    /// <summary>What is wrong with the paths themselves.</summary>
    public static List<ScenarioError> Check(Scenario scenario, Scene scene, SceneNames names)
    {
        string[] objects = [.. names.Objects.Select(thing => thing.Name)], cameras = [.. scenario.Cameras.Select(camera => camera.Name)];
        var errors = new List<ScenarioError>();
        var taken = new Dictionary<string, ObjectPath>(StringComparer.Ordinal);
        foreach (ObjectPath path in scenario.Paths)
        {
            Require(path, path.Keys.Of("object"), "object", path.Thing, "object of the scene", objects, errors);
            errors.AddRange(SkeletonRules.Moving(path.Position, path.Key, scene, names, [path.Thing]) is { } joined ? [joined] : []);
            if (!taken.TryAdd(path.Thing, path))
            {
                errors.Add(new(path.Position, path.Key, $"'{path.Thing}' already has the path at {taken[path.Thing].Position}", "one path for each object"));
            }
        }

        foreach (ObjectPath.Between path in scenario.Paths.OfType<ObjectPath.Between>())
        {
            Require(path, path.Keys.Of("between.camera"), "between.camera", path.Camera, "camera of the scenario", cameras, errors);
            Require(path, path.Keys.Of("between.target"), "between.target", path.Target, "object of the scene", objects, errors);
            if (taken.GetValueOrDefault(path.Target) is ObjectPath.Between)
            {
                errors.Add(new(path.Keys.Of("between.target"), $"{path.Key}.between.target", $"'{path.Target}' itself travels between a camera and an object", "an object at rest, or one that goes along points"));
            }
        }

        return errors;
    }

    /// <summary>What is wrong with a draw of <see cref="CousinAttributes.OfPaths"/>; null when each object has a path with it.</summary>
    public static ScenarioError? Check(VaryRule rule, string attribute, IEnumerable<string> things, IReadOnlyList<ObjectPath> paths)
    {
        string key = KeyPath.Of("cousins.vary", rule.Key), example = attribute == "passes_at_s" ? PathSection.BetweenExample : PathSection.AlongExample;
        foreach (string thing in things)
        {
            if (paths.FirstOrDefault(path => path.Thing == thing) is not { } path)
            {
                return new(rule.KeyPosition, key, $"the object '{thing}' has no path", "an object that travels, by 'paths'") { Example = example };
            }

            if (!path.Varied.Contains(attribute, StringComparer.Ordinal))
            {
                return new(rule.KeyPosition, key, $"the path of '{thing}' at {path.Position} has no '{attribute}'", string.Join(" or ", path.Varied)) { Example = example };
            }
        }

        return null;
    }

    private static void Require(ObjectPath path, SourcePosition position, string key, string name, string noun, string[] names, List<ScenarioError> errors)
    {
        if (!names.Contains(name, StringComparer.Ordinal) && name.Contains('*', StringComparison.Ordinal))
        {
            errors.Add(new(position, $"{path.Key}.{key}", $"'{name}' is a pattern", "one name; each object has a path of its own"));
        }
        else if (!names.Contains(name, StringComparer.Ordinal))
        {
            errors.Add(UnmatchedName.Error(position, $"{path.Key}.{key}", noun, name, names, example: right => $"{key[(key.LastIndexOf('.') + 1)..]}: {right}"));
        }
    }
}

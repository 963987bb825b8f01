using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Hosting.Runs.Sources;

/// <summary>The environments that cousins choose from.</summary>
internal static class EnvironmentChoices
{
    /// <summary>The draw.</summary>
    public const string Key = "environment.hdr";

    /// <summary>All of a scenario are on the device at once.</summary>
    public const int Maximum = 32;

    private const string BuiltinPrefix = "builtin:";

    private const string KeyPath = $"cousins.vary[\"{Key}\"]";

    /// <summary>Where all cousins have one environment.</summary>
    public static IReadOnlyDictionary<string, LoadedEnvironment?> None => ReadOnlyDictionary<string, LoadedEnvironment?>.Empty;

    /// <summary>Where the choices were written.</summary>
    public static SourcePosition PositionOf(Scenario scenario) => RuleOf(scenario)?.ValuePosition ?? scenario.Keys.Of("environment.hdr");

    /// <summary>Every choice and its file; null for the built-in one. Empty where nothing is chosen.</summary>
    /// <param name="scenario">As far as it could be read.</param>
    /// <param name="load">Reads a file; null after an error.</param>
    /// <param name="errors">Gets what is wrong with the names.</param>
    public static IReadOnlyDictionary<string, LoadedEnvironment?> Of(Scenario scenario, Func<string, LoadedEnvironment?> load, List<ScenarioError> errors)
    {
        if (RuleOf(scenario) is not { } rule)
        {
            return None;
        }

        string[] names = [.. rule.Distributions.SelectMany(distribution => distribution.Extremes).Select(NameOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        if (names.Length > Maximum)
        {
            errors.Add(new(rule.ValuePosition, KeyPath, FormattableString.Invariant($"there are {names.Length} environments"), FormattableString.Invariant($"at most {Maximum}: all of them are on the device at once")));
            return None;
        }

        errors.AddRange(names.Where(name => IsBuiltin(name) && name != EnvironmentLight.Studio).Select(name => new ScenarioError(rule.ValuePosition, KeyPath, $"there is no environment '{name}'", EnvironmentLight.Studio, EnvironmentLight.Studio)));
        return new SortedDictionary<string, LoadedEnvironment?>(names.ToDictionary(name => name, name => IsBuiltin(name) ? null : load(name), StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static bool IsBuiltin(string name) => name.StartsWith(BuiltinPrefix, StringComparison.Ordinal);

    private static VaryRule? RuleOf(Scenario scenario) => scenario.Cousins.Vary.FirstOrDefault(rule => rule.Key == Key);

    private static string? NameOf(JsonValue value) => value.TryGetValue(out string? name) ? name : null;
}

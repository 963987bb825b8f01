using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Hosting.Scenarios;

/// <summary>Checks what a scenario draws for a parameter of a plugin.</summary>
internal static class ParameterDraws
{
    /// <param name="rule">What is drawn.</param>
    /// <param name="path">Of its key, for messages.</param>
    /// <param name="name">The parameter.</param>
    /// <param name="plugin">Whose.</param>
    /// <param name="written">The parameters that the scenario writes down beside it.</param>
    /// <param name="isAlone">Whether nothing else of the use is drawn: then what parameters say of each other holds, too.</param>
    /// <param name="whose">"camera 'front', ", for messages.</param>
    public static IEnumerable<ScenarioError> Check(VaryRule rule, string path, string name, InstalledPlugin plugin, IReadOnlyDictionary<string, JsonNode?> written, bool isAlone, string whose)
    {
        string id = plugin.Manifest.Id;
        if (plugin.Schema.Parameters.FirstOrDefault(known => known.Name == name) is not { } parameter)
        {
            string[] names = [.. plugin.Schema.Parameters.Select(known => known.Name)];
            return [new(rule.KeyPosition, path, $"{id} has no parameter '{name}'", $"one of {string.Join(", ", names)}", NearestName.Of(name, names))];
        }

        string? problem = rule.Distributions.Select(distribution => WhyNot(distribution, parameter) ?? WhyNot(distribution.Extremes, name, plugin, written, isAlone)).FirstOrDefault(why => why is not null);
        return problem is null ? [] : [new(rule.ValuePosition, path, $"{whose}{id}: {problem}") { Example = Example(rule, parameter) }];
    }

    private static string? WhyNot(Distribution distribution, ParameterDescription parameter) => distribution is not ContinuousDistribution range ? null
        : parameter.Type != ParameterType.Number ? $"\"{parameter.Name}\" is {Kind(parameter)}, and a range holds other values, too; list its values"
        : double.IsFinite(range.Minimum) && double.IsFinite(range.Maximum) ? null
        : "a normal distribution has no ends; truncated_normal does";

    private static string? WhyNot(IEnumerable<JsonValue> values, string name, InstalledPlugin plugin, IReadOnlyDictionary<string, JsonNode?> written, bool isAlone) => values
        .Select(value => plugin.Schema.Bind(new Dictionary<string, JsonNode?>(written, StringComparer.Ordinal) { [name] = value.DeepClone() }))
        .SelectMany(binding => binding.Errors).FirstOrDefault(error => error.Key == name || isAlone)?.Message;

    private static string Kind(ParameterDescription parameter) => parameter.Type switch
    {
        ParameterType.Integer => "a whole number",
        ParameterType.Flag => "true or false",
        ParameterType.Choice => $"one of {string.Join(", ", parameter.Choices)}",
        ParameterType.Text => "a text",
        _ => "a list of numbers",
    };

    private static string? Example(VaryRule rule, ParameterDescription parameter) => parameter.Type switch
    {
        ParameterType.Choice => $"\"{rule.Key}\": [{string.Join(", ", parameter.Choices.Take(2))}]",
        ParameterType.Flag => $"\"{rule.Key}\": [true, false]",
        ParameterType.Table => null,
        _ => $"\"{rule.Key}\": [{parameter.Default.ToJsonString()}]",
    };
}

using System.Text.RegularExpressions;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Sections;

namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary>Examples for messages, from the schema: "hfov_deg: 69".</summary>
internal static partial class KeyExamples
{
    /// <summary>A right value for the key of an error, or for the key that was probably meant; null when the schema does not know it.</summary>
    public static string? Of(ScenarioError error)
    {
        string[] steps = [.. Steps().Matches(error.Key).Select(step => step.Groups["step"].Value)];
        return steps.Length == 0 ? null
            : At(steps) ?? (error.Nearest is { } nearest ? At([.. steps.SkipLast(1), nearest]) : null);
    }

    private static string? At(string[] steps)
    {
        ValueSchema? schema = ScenarioSection.Schema;
        string? example = null;
        foreach (string step in steps)
        {
            ValueSchema[] kinds = [.. schema.Alternatives];
            if (kinds.Select(kind => KeyIn(kind, step)).FirstOrDefault(found => found is not null) is { } key)
            {
                schema = key.Value;
                example = $"{(key.Name == step ? step : $"\"{step}\"")}: {key.Example}";
            }
            else if (kinds.OfType<ListSchema>().FirstOrDefault() is { } list)
            {
                schema = list.Item;
            }
            else
            {
                return null;
            }
        }

        return example;
    }

    private static KeySchema? KeyIn(ValueSchema schema, string name) => schema switch
    {
        MappingSchema mapping => mapping.Find(name),
        PatternSchema pattern => pattern.Find(name),
        _ => null,
    };

    // cameras[0].width, cousins.vary["lights.*.intensity"].uniform
    [GeneratedRegex("\\[\"(?<step>[^\"]*)\"\\]|(?<step>[^.\\[\\]]+)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Steps();
}

using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Specs;

/// <summary>One control of Cosmos-Transfer1.</summary>
/// <param name="InputControl">Whole path of the control video.</param>
/// <param name="ControlWeight">0 to 1; the program divides by the sum where it is above 1.</param>
internal sealed record Transfer1Control(string InputControl, double ControlWeight)
{
    private static readonly string[] s_keys = ["vis", "seg", "edge", "depth", "keypoint", "upscale", "hdmap", "lidar"];

    public string? InputControlPrompt { get; init; }

    public string? ControlWeightPrompt { get; init; }

    public IEnumerable<string> Problems(string key)
    {
        (bool IsWrong, string Message)[] rules =
        [
            (!s_keys.Contains(key, StringComparer.Ordinal), $"{key}: expected one of {string.Join(", ", s_keys)}"),
            (!Path.IsPathFullyQualified(InputControl), $"{key}.input_control: {InputControl} is no whole path"),
            (ControlWeight is not (>= 0 and <= 1), FormattableString.Invariant($"{key}.control_weight: {ControlWeight}; expected 0 to 1")),
        ];
        return rules.Where(rule => rule.IsWrong).Select(rule => rule.Message);
    }

    public JsonObject ToJson() =>
        SpecJson.Object(("input_control", InputControl), ("control_weight", ControlWeight), ("input_control_prompt", InputControlPrompt), ("control_weight_prompt", ControlWeightPrompt));
}

using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Specs;

/// <summary>One control of Cosmos-Transfer 2.5. Paths are relative to the folder of the specification.</summary>
internal sealed record Transfer25Control
{
    private static readonly string[] s_strengths = ["very_low", "low", "medium", "high", "very_high"];

    public string? ControlPath { get; init; }

    /// <summary>0 to 1.</summary>
    public double? ControlWeight { get; init; }

    /// <summary>White pixels (above 127.5) are where the control acts. Not together with <see cref="MaskPrompt"/>.</summary>
    public string? MaskPath { get; init; }

    public string? MaskPrompt { get; init; }

    /// <summary>Of edge.</summary>
    public string? PresetEdgeThreshold { get; init; }

    /// <summary>Of vis.</summary>
    public string? PresetBlurStrength { get; init; }

    /// <summary>Of seg.</summary>
    public string? ControlPrompt { get; init; }

    /// <summary>What the model would refuse.</summary>
    /// <param name="key">Of the control.</param>
    /// <param name="presets">Keys that this control has and others have not.</param>
    public IEnumerable<string> Problems(string key, IReadOnlyList<string> presets)
    {
        if (ControlWeight is < 0 or > 1 || ControlWeight is double.NaN)
        {
            yield return FormattableString.Invariant($"{key}.control_weight: {ControlWeight}; expected 0 to 1");
        }

        if (MaskPath is not null && MaskPrompt is not null)
        {
            yield return $"{key}.mask_prompt: not together with mask_path";
        }

        (string Key, string? Value, bool IsStrength)[] own = [("preset_edge_threshold", PresetEdgeThreshold, true), ("preset_blur_strength", PresetBlurStrength, true), ("control_prompt", ControlPrompt, false)];
        foreach ((string name, string? value, bool isStrength) in own.Where(preset => preset.Value is not null))
        {
            if (!presets.Contains(name, StringComparer.Ordinal))
            {
                yield return $"{key}.{name}: {key} has no such key";
            }
            else if (isStrength && !s_strengths.Contains(value, StringComparer.Ordinal))
            {
                yield return $"{key}.{name}: \"{value}\"; expected one of {string.Join(", ", s_strengths)}";
            }
        }
    }

    public JsonObject ToJson() => SpecJson.Object(
        ("control_path", ControlPath), ("control_weight", ControlWeight), ("mask_path", MaskPath), ("mask_prompt", MaskPrompt),
        ("preset_edge_threshold", PresetEdgeThreshold), ("preset_blur_strength", PresetBlurStrength), ("control_prompt", ControlPrompt));
}

using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Specs;

/// <summary>
/// The file of Cosmos-Transfer1 (<c>--controlnet_specs</c>): a block for each control, and beside them arguments of the command line by their names. Paths are taken from the folder that the program runs in, so they are whole here.
/// </summary>
internal sealed record Transfer1Spec
{
    public required string Prompt { get; init; }

    public string? NegativePrompt { get; init; }

    public required string InputVideoPath { get; init; }

    /// <summary>From 0 to 200.</summary>
    public double? SigmaMax { get; init; }

    public double? Guidance { get; init; }

    public int? NumSteps { get; init; }

    public int? Seed { get; init; }

    /// <summary>Whole: the program knows no other.</summary>
    public int? Fps { get; init; }

    /// <summary>By their keys: vis, edge, depth, seg.</summary>
    public required IReadOnlyDictionary<string, Transfer1Control> Controls { get; init; }

    /// <summary>What the program would refuse or not do as meant.</summary>
    public IEnumerable<string> Problems()
    {
        (bool IsWrong, string Message)[] rules =
        [
            (string.IsNullOrWhiteSpace(Prompt), "prompt: empty"),
            (!Path.IsPathFullyQualified(InputVideoPath), $"input_video_path: {InputVideoPath} is no whole path"),
            (SigmaMax is < 0 or > 200 || SigmaMax is double.NaN, FormattableString.Invariant($"sigma_max: {SigmaMax}; expected 0 to 200")),
            (NumSteps < 1, $"num_steps: {NumSteps}; expected at least 1"),
            (Fps < 1, $"fps: {Fps}; expected at least 1"),
            (Controls.Count == 0, "edge, depth, vis, seg: expected at least one control"),
        ];
        return [.. rules.Where(rule => rule.IsWrong).Select(rule => rule.Message), .. Controls.SelectMany(control => control.Value.Problems(control.Key))];
    }

    public JsonObject ToJson()
    {
        JsonObject json = SpecJson.Object(
            ("prompt", Prompt), ("negative_prompt", NegativePrompt), ("input_video_path", InputVideoPath), ("sigma_max", SigmaMax), ("guidance", Guidance), ("num_steps", NumSteps), ("seed", Seed), ("fps", Fps));
        foreach ((string key, Transfer1Control control) in Controls)
        {
            json[key] = control.ToJson();
        }

        return json;
    }
}

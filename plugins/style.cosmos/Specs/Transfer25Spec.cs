using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins.StyleCosmos.Specs;

/// <summary>
/// One sample of Cosmos-Transfer 2.5, with every key that its class of arguments knows; it refuses any other. Paths are relative to the folder of the file. What is null is left out, and the model's default holds.
/// </summary>
internal sealed record Transfer25Spec
{
    private static readonly string[] s_resolutions = ["480", "720"];

    /// <summary>Names the output: NAME.mp4.</summary>
    public required string Name { get; init; }

    public string? Prompt { get; init; }

    public string? PromptPath { get; init; }

    public required string VideoPath { get; init; }

    public string? NegativePrompt { get; init; }

    public int? Seed { get; init; }

    /// <summary>A whole number from 0 to 7.</summary>
    public int? Guidance { get; init; }

    public int? MaxFrames { get; init; }

    public int? ContextFrameIndex { get; init; }

    /// <summary>Not together with vis: both carry a style.</summary>
    public string? ImageContextPath { get; init; }

    /// <summary>0, 1 or 2.</summary>
    public int? NumConditionalFrames { get; init; }

    public string? Resolution { get; init; }

    /// <summary>A text from "0" to "200".</summary>
    public string? SigmaMax { get; init; }

    public int? NumVideoFramesPerChunk { get; init; }

    public int? NumSteps { get; init; }

    public bool? ShowControlCondition { get; init; }

    public bool? ShowInput { get; init; }

    public bool? KeepInputResolution { get; init; }

    public string? GuidedGenerationMask { get; init; }

    public int? GuidedGenerationStepThreshold { get; init; }

    public IReadOnlyList<int>? GuidedGenerationForegroundLabels { get; init; }

    public Transfer25Control? Edge { get; init; }

    public Transfer25Control? Depth { get; init; }

    public Transfer25Control? Vis { get; init; }

    public Transfer25Control? Seg { get; init; }

    /// <summary>What the model would refuse, each naming its key; none when it would not.</summary>
    public IEnumerable<string> Problems()
    {
        (bool IsWrong, string Message)[] rules =
        [
            (string.IsNullOrWhiteSpace(Name), "name: empty"),
            (string.IsNullOrWhiteSpace(VideoPath), "video_path: empty"),
            (Prompt is null == PromptPath is null, "prompt: expected exactly one of prompt and prompt_path"),
            (Guidance is < 0 or > 7, $"guidance: {Guidance}; expected 0 to 7"),
            (NumConditionalFrames is < 0 or > 2, $"num_conditional_frames: {NumConditionalFrames}; expected 0, 1 or 2"),
            (Resolution is not null && !s_resolutions.Contains(Resolution, StringComparer.Ordinal), $"resolution: \"{Resolution}\"; expected \"480\" or \"720\""),
            (SigmaMax is not null && !(double.TryParse(SigmaMax, NumberStyles.Float, CultureInfo.InvariantCulture, out double sigma) && sigma is >= 0 and <= 200), $"sigma_max: \"{SigmaMax}\"; expected \"0\" to \"200\""),
            (MaxFrames < 1, $"max_frames: {MaxFrames}; expected at least 1"),
            (ContextFrameIndex < 1, $"context_frame_index: {ContextFrameIndex}; expected at least 1"),
            (NumVideoFramesPerChunk < 1, $"num_video_frames_per_chunk: {NumVideoFramesPerChunk}; expected at least 1"),
            (NumSteps < 1, $"num_steps: {NumSteps}; expected at least 1"),
            (Edge is null && Depth is null && Vis is null && Seg is null, "edge, depth, vis, seg: expected at least one control"),
            (Vis is not null && ImageContextPath is not null, "image_context_path: not together with vis"),
        ];
        return
        [
            .. rules.Where(rule => rule.IsWrong).Select(rule => rule.Message),
            .. Edge?.Problems("edge", presets: ["preset_edge_threshold"]) ?? [], .. Depth?.Problems("depth", presets: []) ?? [],
            .. Vis?.Problems("vis", presets: ["preset_blur_strength"]) ?? [], .. Seg?.Problems("seg", presets: ["control_prompt"]) ?? [],
        ];
    }

    public JsonObject ToJson() => SpecJson.Object(
        ("name", Name), ("prompt", Prompt), ("prompt_path", PromptPath), ("video_path", VideoPath), ("negative_prompt", NegativePrompt), ("seed", Seed), ("guidance", Guidance),
        ("max_frames", MaxFrames), ("context_frame_index", ContextFrameIndex), ("image_context_path", ImageContextPath), ("num_conditional_frames", NumConditionalFrames), ("resolution", Resolution),
        ("sigma_max", SigmaMax), ("num_video_frames_per_chunk", NumVideoFramesPerChunk), ("num_steps", NumSteps), ("show_control_condition", ShowControlCondition), ("show_input", ShowInput),
        ("keep_input_resolution", KeepInputResolution), ("guided_generation_mask", GuidedGenerationMask), ("guided_generation_step_threshold", GuidedGenerationStepThreshold),
        ("guided_generation_foreground_labels", GuidedGenerationForegroundLabels is { } labels ? new JsonArray([.. labels.Select(label => (JsonNode)label)]) : null),
        ("edge", Edge?.ToJson()), ("depth", Depth?.ToJson()), ("vis", Vis?.ToJson()), ("seg", Seg?.ToJson()));
}

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>
/// Names under which servers have what we have: those of NVIDIA's NIMs (prompt, video, edge.control, edge.control_weight; transfer.edge.video) and of servers in their manner. A field belongs to a control by a word of its own
/// name (depth_weight) or by the object that it stands in (depth.weight).
/// </summary>
internal static class FieldNames
{
    private static readonly Dictionary<string, FieldRole> s_roles = new(StringComparer.Ordinal)
    {
        ["prompt"] = FieldRole.Prompt, ["text"] = FieldRole.Prompt, ["text_prompt"] = FieldRole.Prompt,
        ["negative_prompt"] = FieldRole.NegativePrompt,
        ["video"] = FieldRole.Video, ["input_video"] = FieldRole.Video, ["video_b64"] = FieldRole.Video, ["b64_video"] = FieldRole.Video, ["video_base64"] = FieldRole.Video, ["input_video_b64"] = FieldRole.Video,
        ["input_reference"] = FieldRole.Video, ["source_video"] = FieldRole.Video, ["video_file"] = FieldRole.Video,
        ["seed"] = FieldRole.Seed,
        ["guidance"] = FieldRole.Guidance, ["guidance_scale"] = FieldRole.Guidance, ["cfg_scale"] = FieldRole.Guidance,
        ["steps"] = FieldRole.Steps, ["num_steps"] = FieldRole.Steps, ["num_inference_steps"] = FieldRole.Steps,
        ["sigma_max"] = FieldRole.SigmaMax, ["resolution"] = FieldRole.Resolution,
        ["fps"] = FieldRole.FrameRate, ["frames_per_sec"] = FieldRole.FrameRate, ["frame_rate"] = FieldRole.FrameRate,
        ["num_frames"] = FieldRole.FrameCount, ["frames_count"] = FieldRole.FrameCount, ["max_frames"] = FieldRole.FrameCount, ["num_video_frames"] = FieldRole.FrameCount,
        ["num_video_frames_per_chunk"] = FieldRole.ChunkFrames, ["num_conditional_frames"] = FieldRole.ConditionalFrames,
        ["width"] = FieldRole.Width, ["height"] = FieldRole.Height, ["name"] = FieldRole.Name, ["model_mode"] = FieldRole.Mode,
    };

    private static readonly Dictionary<string, ControlKind> s_kinds = new(StringComparer.Ordinal)
    {
        ["edge"] = ControlKind.Edge, ["edges"] = ControlKind.Edge, ["canny"] = ControlKind.Edge, ["vis"] = ControlKind.Vis, ["blur"] = ControlKind.Vis,
        ["depth"] = ControlKind.Depth, ["seg"] = ControlKind.Seg, ["segmentation"] = ControlKind.Seg,
    };

    private static readonly string[] s_containers = ["input", "inputs", "request", "data", "media", "params", "parameters"];

    private static readonly string[] s_videos = ["", "control", "video", "control_video", "video_control", "input", "input_control", "control_input", "data", "b64", "base64", "control_b64", "b64_control", "b64_video", "video_b64", "file"];

    private static readonly string[] s_weights = ["", "weight", "control_weight", "strength", "control_strength", "scale"];

    /// <summary>The control that a name speaks of, and the rest of the name.</summary>
    public static (ControlKind? Kind, string Remainder) ControlOf(string name)
    {
        string[] words = name.ToLowerInvariant().Replace('-', '_').Split('_', StringSplitOptions.RemoveEmptyEntries);
        string? word = words.FirstOrDefault(s_kinds.ContainsKey);
        return (word is null ? null : s_kinds[word], string.Join('_', words.Where(other => other != word)));
    }

    /// <param name="name">Of the field.</param>
    /// <param name="path">Of the object that it stands in; empty at the top. The video of an object with another name belongs to something that is not known here, such as a control of another model.</param>
    public static FieldRole Of(string name, string path) =>
        s_roles.GetValueOrDefault(name.ToLowerInvariant().Replace('-', '_')) is var role && role == FieldRole.Video && path.Length > 0 && !s_containers.Contains(path, StringComparer.Ordinal) ? FieldRole.Unknown : role;

    /// <summary>Within a control.</summary>
    /// <param name="rest">The name without the control's word.</param>
    /// <param name="schema">A preset and a weight may have the same name: then the type tells.</param>
    public static FieldRole OfControl(string rest, OpenApiSchema schema) =>
        schema.IsNumber ? s_weights.Contains(rest, StringComparer.Ordinal) ? FieldRole.ControlWeight : FieldRole.Unknown
        : rest.Contains("preset", StringComparison.Ordinal) || schema.Choices.Any(choice => choice.ToJsonString() == "\"medium\"") ? FieldRole.ControlPreset
        : rest.EndsWith("_path", StringComparison.Ordinal) || rest.Contains("prompt", StringComparison.Ordinal) ? FieldRole.Unknown
        : rest.Contains("mask", StringComparison.Ordinal) ? FieldRole.ControlMask
        : s_videos.Contains(rest, StringComparer.Ordinal) ? FieldRole.ControlVideo
        : FieldRole.Unknown;
}

using System.Globalization;
using System.Text;
using SensorSim.Plugins.StyleCosmos.Clips;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Specs;

/// <summary>The specification file of a clip, in the form that the version reads.</summary>
internal static class ClipSpec
{
    public const string FileName = "spec.json";

    /// <summary>Writes it beside the videos; its path.</summary>
    /// <exception cref="StyleException">The model would refuse it.</exception>
    public static string Write(ClipFolder folder, ClipVideos videos, CosmosOrder order)
    {
        (IEnumerable<string> problems, string text) = order.Parameters.Version == CosmosParameters.Transfer1
            ? (Transfer1(videos, order) is var one ? (one.Problems(), SpecJson.Text(one.ToJson())) : default)
            : (Transfer25(videos, order) is var two ? (two.Problems(), SpecJson.Text(two.ToJson())) : default);
        string[] all = [.. problems];
        if (all.Length > 0)
        {
            throw new StyleException($"{videos.Name}: {order.Parameters.Version} would refuse the specification: {string.Join("; ", all)}.");
        }

        folder.WriteWhole(FileName, Encoding.UTF8.GetBytes(text));
        return folder.At(FileName);
    }

    public static Transfer25Spec Transfer25(ClipVideos videos, CosmosOrder order) => new()
    {
        Name = videos.Name,
        Prompt = order.Prompt,
        VideoPath = Path.GetFileName(videos.Input),
        NegativePrompt = Given(order.Parameters.NegativePrompt),
        Seed = videos.Seed,
        Guidance = order.Parameters.Guidance,
        MaxFrames = videos.Clip.Frames.Count,
        NumConditionalFrames = order.Parameters.ConditionalFrames,
        Resolution = order.Parameters.Resolution,
        SigmaMax = Given(order.Parameters.SigmaMax),
        NumVideoFramesPerChunk = order.Parameters.ChunkFrames,
        NumSteps = order.Parameters.Steps,
        KeepInputResolution = true,
        ShowControlCondition = false,
        ShowInput = false,
        Edge = Control25(ControlKind.Edge, videos, order),
        Depth = Control25(ControlKind.Depth, videos, order),
        Vis = Control25(ControlKind.Vis, videos, order),
        Seg = Control25(ControlKind.Seg, videos, order),
    };

    public static Transfer1Spec Transfer1(ClipVideos videos, CosmosOrder order) => new()
    {
        Prompt = order.Prompt,
        NegativePrompt = Given(order.Parameters.NegativePrompt),
        InputVideoPath = videos.Input,
        SigmaMax = order.Parameters.SigmaMax.Length > 0 ? double.Parse(order.Parameters.SigmaMax, CultureInfo.InvariantCulture) : null,
        Guidance = order.Parameters.Guidance,
        NumSteps = order.Parameters.Steps,
        Seed = videos.Seed,
        Fps = Math.Max(1, (int)Math.Round(videos.FrameRateHz)),
        Controls = order.Controls.ToDictionary(control => control.Name, control => new Transfer1Control(videos.Controls[control.Kind], control.Weight), StringComparer.Ordinal),
    };

    private static Transfer25Control? Control25(ControlKind kind, ClipVideos videos, CosmosOrder order) => order.Controls.FirstOrDefault(control => control.Kind == kind) is not { } control ? null : new()
    {
        ControlPath = Path.GetFileName(videos.Controls[kind]),
        ControlWeight = control.Weight,
        MaskPath = videos.Mask is { } mask ? Path.GetFileName(mask) : null,
        PresetEdgeThreshold = kind == ControlKind.Edge ? control.Preset : null,
        PresetBlurStrength = kind == ControlKind.Vis ? control.Preset : null,
    };

    private static string? Given(string text) => text.Length > 0 ? text : null;
}

using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Storage;

/// <summary>What the label gate said of the frames of a restyled dataset.</summary>
/// <param name="Passed">Frames that fit their labels.</param>
/// <param name="Failed">What was wrong → frames; a frame may have several things wrong.</param>
/// <param name="FailedFrames">Frames with something wrong.</param>
public sealed record GateCounts(long Passed, long FailedFrames, IReadOnlyDictionary<string, long> Failed)
{
    /// <summary>Structural similarity of gradients below which a picture is unlike the one before; that of styles which carry colours alone is above 0.8.</summary>
    public const double UnlikeSsim = 0.6;

    /// <summary>Frames among those that passed in which nothing stood out enough to be judged by its outline.</summary>
    public long Unjudged { get; init; }

    /// <summary>Frames among those that passed whose structural similarity is below <see cref="UnlikeSsim"/>: outlines stand, and what is between them is something else.</summary>
    public long Unlike { get; init; }

    /// <summary>"label gate: 118 of 120 frames pass (erased: 1, shifted: 1)".</summary>
    public string Text => string.Create(
        CultureInfo.InvariantCulture, $"label gate: {Passed} of {Passed + FailedFrames} frames pass{(Failed.Count == 0 ? "" : $" ({string.Join(", ", Failed.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Key}: {kind.Value}")))})")}{(Unjudged == 0 ? "" : $"; in {Unjudged} of them nothing stands out that could be judged")}{(Unlike == 0 ? "" : $"; {Unlike} of them {(Unlike == 1 ? "is" : "are")} unlike the picture before (SSIM below {UnlikeSsim}): look at the sheet of compare")}");

    public JsonObject ToJson() => new()
    {
        ["passed"] = Passed,
        ["unjudged"] = Unjudged,
        ["unlike"] = Unlike,
        ["failed_frames"] = FailedFrames,
        ["failed"] = new JsonObject(Failed.Select(kind => KeyValuePair.Create(kind.Key, (JsonNode?)kind.Value))),
    };
}

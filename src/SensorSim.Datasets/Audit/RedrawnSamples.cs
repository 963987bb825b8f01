using System.Globalization;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Audit;

/// <summary>How many samples were drawn again, and why.</summary>
/// <param name="Samples">Samples of which at least one draw was refused.</param>
/// <param name="Reasons">What refused, first what did so most often.</param>
public sealed record RedrawnSamples(long Samples, IReadOnlyList<RedrawReason> Reasons)
{
    private const int MostListed = 6;

    /// <summary>For a person, "drawn again: 2 samples (placement part_7: 3)"; null when nothing was drawn again.</summary>
    public string? Line => Samples == 0
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"drawn again: {Samples} {(Samples == 1 ? "sample" : "samples")} ({string.Join(", ", Reasons.Take(MostListed).Select(Text))}{Rest})");

    private string Rest => Reasons.Count > MostListed
        ? string.Create(CultureInfo.InvariantCulture, $", {Reasons.Count - MostListed} more: {Reasons.Skip(MostListed).Sum(reason => reason.Times)}")
        : "";

    /// <summary>{ samples, times, reasons: [{ reason, samples, times }] }.</summary>
    public JsonObject ToJson() => new()
    {
        ["samples"] = Samples,
        ["times"] = Reasons.Sum(reason => reason.Times),
        ["reasons"] = new JsonArray([.. Reasons.Select(reason => (JsonNode)new JsonObject { ["reason"] = reason.What, ["samples"] = reason.Samples, ["times"] = reason.Times })]),
    };

    private static string Text(RedrawReason reason) => string.Create(CultureInfo.InvariantCulture, $"{reason.What}: {reason.Times}");
}

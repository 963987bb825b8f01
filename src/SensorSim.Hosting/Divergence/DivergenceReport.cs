using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Hosting.Characterization;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Hosting.Divergence;

/// <summary>Where and when outcomes part: the simulator's own error bar.</summary>
/// <param name="Scenario">Whose episode it is.</param>
/// <param name="Seed">Of its draws.</param>
/// <param name="Sample">Which cousin.</param>
/// <param name="Seconds">How long.</param>
/// <param name="Physics">As the scenario has it.</param>
/// <param name="Library">That computed the reference.</param>
/// <param name="Broken">The law of mechanics that the reference broke; null of one that may be believed.</param>
/// <param name="Settings">What was changed.</param>
/// <param name="Outcomes">The others.</param>
public sealed record DivergenceReport(
    Scenario Scenario, ulong Seed, long Sample, double Seconds, PhysicsSettings Physics, string Library, string? Broken, DivergenceSettings Settings, IReadOnlyList<VariantOutcome> Outcomes)
{
    /// <summary>What the JSON says it is.</summary>
    public const string Format = "sensorsim.divergence/1";

    /// <summary>Everything but the curves has one number for each body and pair; nothing in it is of the machine.</summary>
    public JsonObject ToJson() => new()
    {
        ["format"] = Format,
        ["scenario"] = new JsonObject { ["id"] = Scenario.Id, ["version"] = Scenario.Version, ["sha256"] = Scenario.Sha256 },
        ["seed"] = Seed,
        ["sample"] = Sample,
        ["seconds"] = Seconds,
        ["reference"] = new JsonObject { ["backend"] = Physics.Backend.Use, ["library"] = Library, ["rate_hz"] = Physics.RateHz, ["broken"] = Broken },
        ["parted"] = new JsonObject { ["position_m"] = Settings.PartedMetres, ["rotation_deg"] = Settings.PartedDegrees },
        ["agreed"] = new JsonObject { ["position_m"] = Settings.AgreedMetres, ["rotation_deg"] = Settings.AgreedDegrees },
        ["variants"] = new JsonArray([.. Outcomes.Select(Json)]),
    };

    /// <summary>A page without references to anything outside it.</summary>
    public string ToHtml()
    {
        var text = new StringBuilder();
        string title = WebUtility.HtmlEncode($"Divergence: {Scenario.Id} {Scenario.Version}, sample {Sample.ToString(CultureInfo.InvariantCulture)}");
        text.AppendLine(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>{{title}}</title>
            <style>body{font:15px sans-serif;max-width:60em;margin:2em auto}td,th{padding:.2em 1em;text-align:right}td:first-child,th:first-child{text-align:left}</style>
            <h1>{{title}}</h1>
            <p>The same episode of {{Seconds}} s, each time with one thing changed, beside {{WebUtility.HtmlEncode(Library)}} at {{Physics.RateHz}} steps a second. Bodies have parted when they are {{Settings.PartedMetres * 1000}} mm or {{Settings.PartedDegrees}}° from
            each other; they end alike within {{Settings.AgreedMetres * 1000}} mm and {{Settings.AgreedDegrees}}°.</p>
            <table><tr>{{string.Concat(Heads.Select(head => $"<th>{head}</th>"))}}</tr>
            """);
        foreach (string[] row in Rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"<tr>{string.Concat(row.Select(cell => $"<td>{WebUtility.HtmlEncode(cell)}</td>"))}</tr>");
        }

        text.AppendLine("</table>").AppendLine(CultureInfo.InvariantCulture, $"<p>{WebUtility.HtmlEncode(Legend)}</p>").AppendLine("<h2>Largest distance of a body from itself</h2>").AppendLine(ToSvg());
        return text.AppendLine("</html>").ToString();
    }

    /// <summary>The largest distance of a body from itself over time, a curve for each variant.</summary>
    public string ToSvg() => LinePlot.Of(
        "Largest distance of a body from itself over time", "time (s)", "distance (mm)",
        [.. Outcomes.Select(outcome => (outcome.Variant.Name, ((double X, double Y)[])[.. outcome.Curve.Select(point => (point.Seconds, 1000 * point.Largest))]))]);

    /// <summary>Of <see cref="Rows"/>.</summary>
    public static IReadOnlyList<string> Heads { get; } = ["changed", "parts at (s)", "first", "largest (mm)", "at the end (mm)", "(°)", "end alike", "first touches (ms)", "of one only"];

    /// <summary>What <see cref="Heads"/> mean.</summary>
    public string Legend => string.Create(
        CultureInfo.InvariantCulture,
        $"(first: the body that parts first, by {Settings.PartedMetres * 1000:G4} mm or {Settings.PartedDegrees:G4}°; largest, at the end: how far the farthest body is from where the reference has it; (°): how much it is turned beside it at the end; end alike: bodies within {Settings.AgreedMetres * 1000:G4} mm and {Settings.AgreedDegrees:G4}°; first touches: by how much two bodies' first touch comes earlier or later, at most; of one only: pairs that touch in one of the two episodes only)");

    /// <summary>A row for each variant.</summary>
    public IEnumerable<string[]> Rows => Outcomes.Select(outcome => (string[])
    [
        outcome.Variant.Name + (outcome.Broken is null ? "" : " (broken)"), Number(outcome.PartsAtSeconds, "never"), outcome.FirstToPart?.Name ?? "", Number(1000 * outcome.LargestMetres), Number(1000 * outcome.FinalMetres), Number(outcome.FinalDegrees),
        string.Create(CultureInfo.InvariantCulture, $"{outcome.Agreeing(Settings)} of {outcome.Bodies.Count}"), Number(1000 * outcome.LargestContactShiftSeconds), outcome.ContactsOfOne.ToString(CultureInfo.InvariantCulture),
    ]);

    private JsonObject Json(VariantOutcome outcome) => new()
    {
        ["name"] = outcome.Variant.Name,
        ["backend"] = outcome.Variant.Backend.Use,
        ["library"] = outcome.Library,
        ["friction_factor"] = outcome.Variant.FrictionFactor,
        ["restitution_factor"] = outcome.Variant.RestitutionFactor,
        ["mass_factor"] = outcome.Variant.MassFactor,
        ["steps_for_one"] = outcome.Variant.StepsForOne,
        ["broken"] = outcome.Broken,
        ["parts_at_s"] = outcome.PartsAtSeconds,
        ["largest_m"] = outcome.LargestMetres,
        ["final_m"] = outcome.FinalMetres,
        ["final_mean_m"] = outcome.FinalMeanMetres,
        ["final_deg"] = outcome.FinalDegrees,
        ["agreeing"] = outcome.Agreeing(Settings),
        ["bodies"] = new JsonArray([.. outcome.Bodies.Select(body => (JsonNode)new JsonObject
        {
            ["name"] = body.Name,
            ["parts_at_s"] = body.PartsAtSeconds,
            ["largest_m"] = body.LargestMetres,
            ["final_m"] = body.FinalMetres,
            ["largest_deg"] = body.LargestDegrees,
            ["final_deg"] = body.FinalDegrees,
        })]),
        ["first_contacts"] = new JsonArray([.. outcome.Contacts.Select(contact => (JsonNode)new JsonObject { ["a"] = contact.BodyA, ["b"] = contact.BodyB, ["reference_s"] = contact.ReferenceSeconds, ["variant_s"] = contact.VariantSeconds })]),
        ["curve"] = new JsonObject
        {
            ["time_s"] = new JsonArray([.. outcome.Curve.Select(point => (JsonNode)point.Seconds)]),
            ["largest_m"] = new JsonArray([.. outcome.Curve.Select(point => (JsonNode)point.Largest)]),
            ["mean_m"] = new JsonArray([.. outcome.Curve.Select(point => (JsonNode)point.Mean)]),
        },
    };

    private static string Number(double? value, string absent = "") => value?.ToString("G3", CultureInfo.InvariantCulture) ?? absent;
}

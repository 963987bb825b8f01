using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.Hosting.Characterization;

/// <summary>The figures beside what was configured, for machines and for people.</summary>
/// <param name="Profile">Its name; null of a chain without one.</param>
/// <param name="Configured">What the parameters say.</param>
/// <param name="Found">What the procedure found.</param>
/// <param name="Edge">How sharp the chain is.</param>
/// <param name="Flicker">What flickering lamps leave on its rows.</param>
/// <param name="NotLinear">Stages that the linear model does not describe.</param>
public sealed record CharacterizationReport(
    string? Profile, CameraFigures Configured, CharacterizedCamera Found, EdgeResponse Edge, IReadOnlyList<FlickerBands> Flicker, IReadOnlyList<string> NotLinear)
{
    /// <summary>What the linear model does not say of this chain; null where it describes the whole.</summary>
    public string? Limits => NotLinear.Count == 0
        ? null
        : $"The linear model of EMVA 1288 describes a sensor whose numbers, and the variance of whose noise, rise in a straight line up to saturation. In this chain {string.Join(", ", NotLinear)} "
            + $"{(NotLinear.Count == 1 ? "bends" : "bend")} it: the figures are of the linear part at best, and those of a fit through a curve are no figures of the camera.";

    /// <summary>Rows of a table: name, unit, configured, fitted.</summary>
    public IEnumerable<(string Words, string Unit, double? Configured, double? Fitted)> Rows =>
        CameraFigure.All.Select((figure, i) => (figure.Words, figure.Unit, Configured.Values[i], Found.Fitted.Values[i]));

    /// <summary><c>{"profile":…,"configured":{…},"fitted":{…},"slanted_edge":{…},"flicker":[…],"not_linear":[…]}</c>.</summary>
    public JsonObject ToJson() => new()
    {
        ["profile"] = Profile,
        ["configured"] = Json(Configured),
        ["fitted"] = Json(Found.Fitted),
        ["slanted_edge"] = ImagingFigures.Json(Edge),
        ["flicker"] = new JsonArray([.. Flicker.Select(ImagingFigures.Json)]),
        ["not_linear"] = new JsonArray([.. NotLinear.Select(stage => (JsonNode)stage)]),
    };

    /// <summary>A page without references to anything outside it.</summary>
    public string ToHtml()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="en"><meta charset="utf-8"><title>{{Title}}</title>
            <style>body{font:15px sans-serif;max-width:50em;margin:2em auto}td,th{padding:.2em 1em;text-align:right}td:first-child,th:first-child{text-align:left}</style>
            <h1>{{Title}}</h1>
            <p>The procedure of EMVA 1288 (linear model) on frames of this sensor chain. <b>Configured</b> is what the chain's parameters say, <b>fitted</b> what was found in the frames alone, without
            knowing them; where nothing is configured, the chain has no parameter of that name.</p>
            {{(Limits is null ? "" : $"<p><b>{System.Net.WebUtility.HtmlEncode(Limits)}</b></p>")}}
            <table><tr><th>figure</th><th>unit</th><th>configured</th><th>fitted</th></tr>
            """);
        foreach ((string words, string unit, double? configured, double? fitted) in Rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"<tr><td>{words}</td><td>{unit}</td><td>{Number(configured)}</td><td>{Number(fitted)}</td></tr>");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"<tr><td>Dark current</td><td>e-/s</td><td></td><td>{Number(Found.DarkCurrentElectronsPerSecond)}</td></tr></table>");
        text.AppendLine(Notes()).AppendLine("<h2>Photon transfer</h2><p>Points: measured, from dark to beyond saturation; line: the fitted gain.</p>").AppendLine(TransferPlot.Of(Found)).AppendLine(ImagingFigures.Html(Edge, Flicker)).AppendLine("</html>");
        return text.ToString();
    }

    private string Title => System.Net.WebUtility.HtmlEncode($"Sensor characterization{(Profile is null ? "" : $": {Profile}")}");

    private string Notes()
    {
        string noise = Found.IsQuantizationLimited ? "<p>Read noise is below what can be told from the converter's rounding: the standard's least dark variance stands for it.</p>" : "";
        string well = Found.FullWellIso is { } iso
            ? string.Create(CultureInfo.InvariantCulture, $"<p>The full well was measured at ISO {iso}, where the well fills before the converter does.</p>")
            : "<p>The converter clips before the well is full at every speed tried: the full well is that of the converter.</p>";
        return noise + well;
    }

    private static JsonObject Json(CameraFigures figures) =>
        new(CameraFigure.All.Zip(figures.Values, (figure, known) => KeyValuePair.Create(figure.Key, known is { } value && double.IsFinite(value) ? (JsonNode?)JsonValue.Create(value) : null)));

    private static string Number(double? value) => value?.ToString("G5", CultureInfo.InvariantCulture) ?? "";
}

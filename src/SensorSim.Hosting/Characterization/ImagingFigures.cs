using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Signals;

namespace SensorSim.Hosting.Characterization;

/// <summary>Slanted edge and flicker series in the report, for machines and for people.</summary>
internal static class ImagingFigures
{
    private const double LastFrequency = 0.8;

    private static readonly double[] s_frequencies = [.. Enumerable.Range(0, 41).Select(i => LastFrequency * i / 40)];

    public static JsonObject Json(EdgeResponse edge) => new()
    {
        ["mtf50_configured"] = Number(edge.Expected?.HalfContrast()),
        ["mtf50_fitted"] = new JsonObject(edge.Colors.Select(color => KeyValuePair.Create(Word(color.Key), (JsonNode?)Number(color.Value.HalfContrast())))),
        ["unit"] = "cycles/px",
        ["curve"] = new JsonArray([.. s_frequencies.Select(f => (JsonNode)new JsonArray(JsonValue.Create(Math.Round(f, 6)), Number(edge.Colors[edge.Main].At(f))))]),
    };

    public static JsonNode Json(FlickerBands bands) => new JsonObject
    {
        ["lamp"] = bands.Lamp,
        ["exposure_s"] = bands.ExposureSeconds,
        ["configured"] = new JsonObject { ["frequency_hz"] = bands.ConfiguredHertz, ["depth"] = bands.ConfiguredDepth },
        ["fitted"] = new JsonObject { ["frequency_hz"] = Number(bands.FittedHertz), ["depth"] = Number(bands.FittedDepth) },
    };

    public static string Html(EdgeResponse edge, IReadOnlyList<FlickerBands> flicker)
    {
        var text = new StringBuilder();
        ContrastCurve main = edge.Colors[edge.Main];
        text.AppendLine(CultureInfo.InvariantCulture, $"""
            <h2>Sharpness</h2>
            <p>A slanted edge (ISO 12233) in front of the chain. MTF50 in cycles per pixel, of {Word(edge.Main)} samples: {Text(main.HalfContrast())}; by the formulas of optics and square pixels: {Text(edge.Expected?.HalfContrast())}.
            Solid: measured{(edge.Expected is null ? "" : "; dashed: by the formulas")}.</p>
            {LinePlot.Of("contrast of the slanted edge", "cycles per pixel", "contrast", [.. s_frequencies.Select(f => (f, main.At(f)))], edge.Expected is { } expected ? [.. s_frequencies.Select(f => (f, expected.At(f)))] : [])}
            <h2>Flicker</h2>
            <p>Bands on the rows of a rolling shutter under one lamp; depth of the first harmonic relative to the mean.</p>
            <table><tr><th>lamp</th><th>exposure, s</th><th>Hz, configured</th><th>Hz, fitted</th><th>depth, configured</th><th>depth, fitted</th></tr>
            """);
        foreach (FlickerBands bands in flicker)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"<tr><td>{bands.Lamp}</td><td>{Text(bands.ExposureSeconds)}</td><td>{Text(bands.ConfiguredHertz)}</td><td>{Text(bands.FittedHertz)}</td><td>{Text(bands.ConfiguredDepth)}</td><td>{Text(bands.FittedDepth)}</td></tr>");
        }

        text.AppendLine("</table>");
        text.Append(LinePlot.Of(flicker[0].Lamp, "row pairs", "light over its mean", [.. flicker[0].Rows.Select((row, i) => ((double)i, row))], []));
        return text.ToString();
    }

    private static string Word(FilterColor color) => color.ToString().ToLowerInvariant();

    private static JsonValue? Number(double? value) => value is { } known && double.IsFinite(known) ? JsonValue.Create(known) : null;

    private static string Text(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "";
}

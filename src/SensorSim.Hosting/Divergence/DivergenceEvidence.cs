using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Scenes.Files;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Divergence;

/// <summary>What a dataset's provenance keeps of a divergence: its digest, of what it was measured, and the error bar of each variant.</summary>
public static class DivergenceEvidence
{
    private const long MostBytes = 1L << 28;

    /// <summary>A scenario with the evidence that <c>diverge --json</c> wrote.</summary>
    /// <param name="scenario">That the dataset is of: the evidence must be of a scenario with its id.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="RequestException">There is no such file, it is another, it is of another scenario, or the scenario has no physics.</exception>
    public static Scenario In(Scenario scenario, string path)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        return scenario.Physics is { } physics
            ? scenario with { Physics = physics with { Evidence = Read(path, scenario.Id) } }
            : throw Wrong(path, "the scenario has no physics, and nothing for which this would be evidence");
    }

    private static JsonObject Read(string path, string scenario)
    {
        try
        {
            if (FileKinds.Obstacle(path) is { } obstacle) throw Wrong(path, $"{obstacle}; expected a file that 'sensorsim diverge SCENARIO --json' wrote");
            if (new FileInfo(path) is { Exists: true, Length: > MostBytes }) throw Wrong(path, "it is larger than any that diverge writes");
            byte[] bytes = File.ReadAllBytes(path);
            using var json = JsonDocument.Parse(bytes);
            JsonObject evidence = Summary(new(json.RootElement, ""), Convert.ToHexStringLower(SHA256.HashData(bytes)));
            string id = (string)evidence["scenario"]!["id"]!;
            return id == scenario ? evidence : throw Wrong(path, $"it is of the scenario {id}, not of {scenario}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException)
        {
            throw Wrong(path, $"{e.Message.TrimEnd('.')}; expected a file that 'sensorsim diverge SCENARIO --json' wrote");
        }
    }

    private static JsonObject Summary(JsonFields report, string digest)
    {
        _ = report.OneOf("format", DivergenceReport.Format);
        JsonFields scenario = report.Object("scenario"), reference = report.Object("reference");
        return new()
        {
            ["sha256"] = digest,
            ["scenario"] = new JsonObject { ["id"] = scenario.Text("id"), ["version"] = scenario.Text("version"), ["sha256"] = scenario.Digest("sha256") },
            ["seed"] = report.Unsigned("seed"),
            ["sample"] = report.LongCount("sample"),
            ["seconds"] = report.Positive("seconds"),
            ["library"] = reference.Text("library"),
            ["rate_hz"] = reference.Positive("rate_hz"),
            ["variants"] = new JsonArray([.. report.List("variants", (json, at) => (JsonNode)Variant(new(json, at)))]),
        };
    }

    private static JsonObject Variant(JsonFields variant) => new()
    {
        ["name"] = variant.Text("name"),
        ["library"] = variant.Text("library"),
        ["broken"] = variant.OptionalText("broken"),
        ["parts_at_s"] = variant.OptionalNumber("parts_at_s"),
        ["largest_m"] = variant.NonNegative("largest_m"),
        ["final_m"] = variant.NonNegative("final_m"),
        ["final_deg"] = variant.NonNegative("final_deg"),
    };

    private static RequestException Wrong(string path, string problem) => new([$"--evidence {path}: {problem}."]);
}

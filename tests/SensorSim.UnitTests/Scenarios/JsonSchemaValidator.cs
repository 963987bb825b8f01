using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Python's jsonschema (Debian package python3-jsonschema): a validator of JSON Schema 2020-12 that knows nothing of this project.</summary>
internal static class JsonSchemaValidator
{
    private const string Interpreter = "/usr/bin/python3";
    private const string Package = "/usr/lib/python3/dist-packages/jsonschema/__init__.py";

    private const string Program = """
        import json, sys
        from jsonschema import Draft202012Validator
        given = json.load(sys.stdin)
        Draft202012Validator.check_schema(given["schema"])
        validator = Draft202012Validator(given["schema"])
        print(json.dumps([next((e.message[:200] for e in validator.iter_errors(d)), None) for d in given["documents"]]))
        """;

    /// <summary>For each document what is wrong with it, or null. Ends the test as ignored where the validator is not installed.</summary>
    public static IReadOnlyList<string?> Problems(JsonObject schema, IEnumerable<JsonNode?> documents)
    {
        if (!File.Exists(Interpreter) || !File.Exists(Package))
        {
            Assert.Ignore("The validator is not installed (package python3-jsonschema).");
        }

        using var process = Process.Start(new ProcessStartInfo(Interpreter, ["-c", Program])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(new JsonObject { ["schema"] = schema.DeepClone(), ["documents"] = new JsonArray([.. documents.Select(document => document?.DeepClone())]) }.ToJsonString());
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero, errors.Result);
        return [.. JsonNode.Parse(output.Result)!.AsArray().Select(problem => (string?)problem)];
    }
}

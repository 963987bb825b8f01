using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Cli.Console;
using SensorSim.Scenes.Model;

namespace SensorSim.Cli.Commands.Options;

/// <summary>A stage of a sensor chain on the command line: <c>camera.noise</c>, <c>camera.noise:read_noise_electrons=2,bits=10</c>, or a whole camera: <c>profile:imx477</c>, <c>profile:imx477:bits=10</c>.</summary>
internal static class SensorOption
{
    /// <exception cref="UsageException">Not of that form.</exception>
    public static PluginUse Parse(string text)
    {
        string[] idAndParameters = text.Split(':', 2);
        string id = idAndParameters[0].Trim();
        RefuseList(text);
        if (id.Length == 0) throw new UsageException($"--sensor {text}: there is no plugin; write ID or ID:key=value,key=value");

        var parameters = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        // A comma or a colon before the first parameter.
        if (id == PluginUse.WholeProfile && idAndParameters is [_, var profile] && profile.Split([',', ':'], 2) is [var name, .. var own] && !name.Contains('='))
        {
            parameters[PluginUse.WholeProfile] = name.Trim();
            idAndParameters = [id, .. own];
        }

        if (idAndParameters is [_, var rest] && string.IsNullOrWhiteSpace(rest))
            throw new UsageException($"--sensor '{text}': nothing follows the colon; write ID or ID:key=value,key=value");
        foreach (string assignment in idAndParameters.ElementAtOrDefault(1)?.Split(',') ?? [])
        {
            string[] keyAndValue = assignment.Split('=', 2, StringSplitOptions.TrimEntries);
            if (keyAndValue is not [{ Length: > 0 } key, { Length: > 0 } value])
                throw new UsageException($"--sensor {text}: '{assignment}' is not key=value");
            if (!parameters.TryAdd(key, Scalar(value)))
                throw new UsageException($"--sensor {text}: '{key}' is given twice");
        }

        return new(id, parameters) { Source = $"--sensor {text}" };
    }

    // Keys have no points, ids have: what follows the comma is the next stage.
    private static void RefuseList(string text)
    {
        string[] parts = text.Split(',');
        int next = Array.FindIndex(parts, 1, part => part.Split('=', ':')[0].Contains('.'));
        if (next > 0)
            throw new UsageException($"--sensor {text}: one stage each; write --sensor {string.Join(',', parts[..next]).Trim()} --sensor {string.Join(',', parts[next..]).Trim()}");
    }

    /// <summary>Numbers and truth values as themselves, anything else as text.</summary>
    private static JsonValue Scalar(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer) ? JsonValue.Create(integer)
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? JsonValue.Create(number)
        : bool.TryParse(text, out bool flag) ? JsonValue.Create(flag)
        : JsonValue.Create(text);
}

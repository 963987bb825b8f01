using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Model;

/// <summary>A plugin by id with the parameters that were written down; the host binds them to the plugin's record.</summary>
/// <param name="Use">The plugin's id.</param>
/// <param name="Parameters">Scalars and lists of numbers by snake_case name.</param>
public sealed record PluginUse(string Use, IReadOnlyDictionary<string, JsonNode?> Parameters)
{
    /// <summary>Stands for the plugin's id where a sensor list names a camera's profile alone: <c>{ profile: imx477 }</c>.</summary>
    public const string WholeProfile = "profile";

    /// <summary>Id and parameters, the same for the same use however it was written: "light.pwm duty=0.3 frequency_hz=200".</summary>
    public string InOneLine => string.Join(' ', Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal).Select(parameter => $"{parameter.Key}={parameter.Value?.ToJsonString() ?? "null"}").Prepend(Use));

    /// <summary>Where it was written, for messages: "scenario.yaml:14:9"; null when it came from elsewhere.</summary>
    public string? Source { get; init; }

    /// <summary>False is the same as not being there.</summary>
    public bool Enabled { get; init; } = true;
}

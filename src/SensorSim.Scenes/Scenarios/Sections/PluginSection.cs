using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>A plugin and its parameters: <c>{ use: camera.noise, read_noise: 2.5 }</c>.</summary>
internal static class PluginSection
{
    /// <summary>A stage of a sensor list, or a lens. The host knows the plugins and their parameters.</summary>
    public static DefinedSchema Stage { get; } = new("sensor_stage", "a mapping { use: PLUGIN, parameter: value, … }");

    /// <summary>The waveform of a lamp.</summary>
    public static DefinedSchema Waveform { get; } = new("waveform", "a mapping { use: PLUGIN, parameter: value, … }");

    /// <summary>A physics backend.</summary>
    public static DefinedSchema Physics { get; } = new("physics_backend", "a mapping { use: PLUGIN, parameter: value, … }");

    /// <summary>A use without parameters.</summary>
    public static PluginUse Named(string id, SourcePosition position, string path, ReadingLog log, string family)
    {
        var plugin = new PluginUse(Full(id, family), new Dictionary<string, JsonNode?>(StringComparer.Ordinal)) { Source = position.ToString() };
        log.PluginUses.Add(new(plugin, path, position, new Dictionary<string, SourcePosition>(StringComparer.Ordinal)));
        return plugin;
    }

    /// <summary>Reads one use and notes where each part was written; null after an error.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="path">Its key.</param>
    /// <param name="impliedUse">The plugin that is meant when <c>use</c> is absent; null when it must be there.</param>
    /// <param name="log">Receives errors and the use.</param>
    /// <param name="family">Stands before a name without a dot.</param>
    /// <param name="others">Keys of the mapping that are no parameters.</param>
    public static PluginUse? Read(LocatedNode node, string path, string? impliedUse, ReadingLog log, string family = "", params string[] others)
    {
        if (node is not LocatedMapping mapping)
        {
            log.Add(node, path, $"there is {node.Description}", Stage.Expected);
            return null;
        }

        LocatedNode? id = mapping.Find("use")?.Value, enabled = mapping.Find("enabled")?.Value;
        bool isEnabled = enabled is null || (ScalarReader.Truth(enabled, $"{path}.enabled", log) ?? true);
        LocatedEntry[] parameters = [.. mapping.Entries.Where(e => e.Key.Text is not ("use" or "enabled") && !others.Contains(e.Key.Text, StringComparer.Ordinal))];
        var values = parameters.ToDictionary(e => e.Key.Text, e => Parameter(e, $"{path}.{e.Key.Text}", log), StringComparer.Ordinal);
        var positions = parameters.ToDictionary(e => e.Key.Text, e => e.Value.Position, StringComparer.Ordinal);
        if (Id(mapping, path, impliedUse, log) is not { } use)
        {
            return null;
        }

        SourcePosition at = id?.Position ?? node.Position;
        var plugin = new PluginUse(Full(use, family), values) { Source = at.ToString(), Enabled = isEnabled };
        log.PluginUses.Add(new(plugin, path, at, positions));
        return plugin;
    }

    // A word alone is one of the family.
    private static string Full(string id, string family) => family.Length == 0 || id.Contains('.', StringComparison.Ordinal) ? id : family + id;

    private static string? Id(LocatedMapping mapping, string path, string? impliedUse, ReadingLog log)
    {
        if (mapping.Find("use")?.Value is { } id)
        {
            return ScalarReader.Text(id, $"{path}.use", log) is not { } text ? null : IsProfile(text, id, path, log) ? null : text;
        }

        impliedUse ??= mapping.Find(PluginUse.WholeProfile) is null ? null : PluginUse.WholeProfile;
        if (impliedUse is null)
        {
            log.Add(mapping, $"{path}.use", "the key is missing", "a plugin's id, like camera.noise");
        }

        return impliedUse;
    }

    // As the command line's --sensor has it.
    private static bool IsProfile(string text, LocatedNode use, string path, ReadingLog log)
    {
        const string prefix = $"{PluginUse.WholeProfile}:";
        bool isProfile = text.StartsWith(prefix, StringComparison.Ordinal);
        if (isProfile)
        {
            log.Add(use, $"{path}.use", $"'{text}' is no plugin but a profile", $"{{ {PluginUse.WholeProfile}: {text[prefix.Length..].Split(',')[0]} }}");
        }

        return isProfile;
    }

    private static JsonNode? Parameter(LocatedEntry entry, string path, ReadingLog log)
    {
        switch (entry.Value)
        {
            case LocatedScalar:
                return ScalarReader.Json(entry.Value, path, log);
            case LocatedSequence list when list.Items.All(item => item is LocatedScalar):
                return new JsonArray([.. list.Items.Select((item, i) => ScalarReader.Json(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), log))]);
            default:
                log.Add(entry.Value, path, $"there is {entry.Value.Description}", "a number, true, false, text or a list of numbers");
                return null;
        }
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>A plugin and its parameters: <c>{ use: camera.noise, read_noise: 2.5 }</c>.</summary>
internal static class PluginSection
{
    /// <summary>Reads one use and notes where each part was written; null after an error.</summary>
    /// <param name="node">The mapping.</param>
    /// <param name="path">Its key.</param>
    /// <param name="impliedUse">The plugin that is meant when <c>use</c> is absent; null when it must be there.</param>
    /// <param name="log">Receives errors and the use.</param>
    public static PluginUse? Read(LocatedNode node, string path, string? impliedUse, ReadingLog log)
    {
        if (SectionReader.Of(node, path, "a mapping { use: PLUGIN, parameter: value, … }", log) is not { } section)
        {
            return null;
        }

        if (section.Find("use") is null && section.Find(PluginUse.WholeProfile) is not null)
        {
            impliedUse ??= PluginUse.WholeProfile;
        }

        LocatedNode? id = impliedUse is null ? section.Require("use", "a plugin's id, like camera.noise") : section.Find("use");
        string? use = id is null ? impliedUse : ScalarReader.Text(id, section.PathOf("use"), log);
        bool enabled = section.Truth("enabled") ?? true;
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        var positions = new Dictionary<string, SourcePosition>(StringComparer.Ordinal);
        foreach (LocatedEntry entry in section.Mapping.Entries.Where(e => e.Key.Text is not ("use" or "enabled")))
        {
            values[entry.Key.Text] = Parameter(entry, section);
            positions[entry.Key.Text] = entry.Value.Position;
        }

        if (use is null)
        {
            return null;
        }

        SourcePosition at = id?.Position ?? node.Position;
        var plugin = new PluginUse(use, values) { Source = at.ToString(), Enabled = enabled };
        log.PluginUses.Add(new(plugin, path, at, positions));
        return plugin;
    }

    private static JsonNode? Parameter(LocatedEntry entry, SectionReader section)
    {
        string path = section.PathOf(entry.Key.Text);
        switch (entry.Value)
        {
            case LocatedScalar:
                return ScalarReader.Json(entry.Value, path, section.Log);
            case LocatedSequence list when list.Items.All(item => item is LocatedScalar):
                return new JsonArray([.. list.Items.Select((item, i) => ScalarReader.Json(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), section.Log))]);
            default:
                section.Log.Add(entry.Value, path, $"there is {entry.Value.Description}", "a number, true, false, text or a list of numbers");
                return null;
        }
    }
}

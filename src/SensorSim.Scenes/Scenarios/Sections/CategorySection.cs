using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>categories</c>.</summary>
internal static class CategorySection
{
    private const string ExtrasPrefix = "extras.";
    private const string NodeName = "node-name";
    private const string None = "none";

    public static MappingSchema Schema { get; } = new(
        new("from", new TextSchema("extras.KEY, like extras.category", @"^extras\.(.|\n)+$"), "The key of a node's extras that names its category; a part takes that of its nearest ancestor.", "extras.category") { Default = "extras.category" },
        new("default", new WordSchema(NodeName, None), "For objects without that key: node-name (\"box_3\" becomes \"box\"), or none (unlabelled, id 0).", NodeName) { Default = NodeName },
        new("names", new ListSchema(new TextSchema("a category's name"), "a list of category names") { IsSet = true }, "Categories that come first; ids count from 1, the rest follow in ordinal order.", "[box, shelf]"));

    public static CategoryRules Read(SectionReader scenario) => scenario.Section("categories") is { } section
        ? new(ExtrasKey(section), section.Word("default") is null or NodeName, Names(section))
        : CategoryRules.Default;

    private static string ExtrasKey(SectionReader section) => section.Text("from") is { } text && text.StartsWith(ExtrasPrefix, StringComparison.Ordinal)
        ? text[ExtrasPrefix.Length..]
        : CategoryRules.Default.ExtrasKey;

    private static List<string> Names(SectionReader section)
    {
        var names = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach ((LocatedNode item, string path) in section.Items("names"))
        {
            if (ScalarReader.Text(item, path, section.Log) is not string name)
            {
                continue;
            }

            if (!seen.Add(name))
            {
                section.Log.Add(item, path, $"the category '{name}' is there twice");
            }

            names.Add(name);
        }

        return names;
    }
}

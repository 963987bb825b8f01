using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>categories</c>.</summary>
internal static class CategorySection
{
    private const string ExtrasPrefix = "extras.";
    private const string NodeName = "node-name";
    private const string None = "none";

    public static CategoryRules Read(SectionReader scenario)
    {
        const string expected = "a mapping with from, default and names";
        if (scenario.Find("categories") is not { } node
            || SectionReader.Of(node, "categories", expected, scenario.Log) is not { } section)
        {
            return CategoryRules.Default;
        }

        var rules = new CategoryRules(
            ExtrasKey(section),
            section.Word("default", [NodeName, None]) is null or NodeName,
            Names(section));
        section.RejectUnknown();
        return rules;
    }

    private static string ExtrasKey(SectionReader section)
    {
        if (section.Find("from") is not { } node)
        {
            return CategoryRules.Default.ExtrasKey;
        }

        string text = (node as LocatedScalar)?.Text ?? "";
        if (text.StartsWith(ExtrasPrefix, StringComparison.Ordinal) && text.Length > ExtrasPrefix.Length)
        {
            return text[ExtrasPrefix.Length..];
        }

        section.Log.Add(node, section.PathOf("from"), $"there is {node.Description}", "extras.KEY, like extras.category");
        return "";
    }

    private static List<string> Names(SectionReader section)
    {
        var names = new List<string>();
        foreach ((LocatedNode item, string path) in section.Items(section.Find("names"), "names", "a list of category names"))
        {
            if (ScalarReader.Text(item, path, section.Log) is not string name)
            {
                continue;
            }

            if (names.Contains(name, StringComparer.Ordinal))
            {
                section.Log.Add(item, path, $"the category '{name}' is there twice");
            }

            names.Add(name);
        }

        return names;
    }
}

using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>objects</c>: what the scenario adds to its scene.</summary>
internal static class ObjectSection
{
    private static readonly TextSchema s_item = new("builtin:NAME of an object of the library, or a glTF file");

    private static readonly ListSchema s_items = new(s_item, "a list of builtin:NAME and glTF files") { MinCount = 1 };

    private static readonly ListSchema s_metres = new(new NumberSchema(NumberRange.Any), "three numbers [x, y, z] (metres)") { MinCount = 3, MaxCount = 3 };

    private static readonly MappingSchema s_group = new(
        new("name", NameRule.Of("a name"), "Of the object; with count, NAME_1, NAME_2 and so on.", "part") { IsRequired = true },
        new("use", new AlternativesSchema("builtin:NAME, a glTF file, or a list of them", s_item, s_items), "What it is: an object of the library or a glTF file, all of which is one object. Of a list each takes the next in turn.", "[builtin:mug, builtin:bowl]") { IsRequired = true },
        new("count", new IntegerSchema(1, AddedGroup.MaximumCount), "How many; one, without a number in its name, without this key.", "30"),
        new("category", new TextSchema("a category"), "Its category; that of what it is without this key.", "part"),
        new("at", s_metres, "Where the first one's origin is: [x, y, z] in metres, +Y up.", "[0, 0.8, 0]"),
        new("step", s_metres, "From each to the next: [x, y, z] in metres.", "[0.2, 0, 0]") { Needs = "count" },
        new("yaw_deg", new NumberSchema(NumberRange.Any with { Unit = "degrees about +Y" }), "How it is turned about +Y, in degrees.", "90") { Default = "0" });

    public static ListSchema Schema { get; } = new(s_group, "a list of objects, each { name: NAME, use: builtin:NAME }");

    public static List<AddedGroup> ReadAll(SectionReader scenario)
    {
        var groups = new List<AddedGroup>();
        foreach ((LocatedNode item, string path) in scenario.Items("objects"))
        {
            if (SectionReader.Of(item, path, s_group, scenario.Log, "a mapping { name: NAME, use: builtin:NAME }") is { } section)
            {
                groups.Add(Read(section));
            }
        }

        return groups;
    }

    private static AddedGroup Read(SectionReader section) => new(section.Text("name") ?? "", Items(section), (int?)section.Integer("count"), section.Mapping.Position)
    {
        Category = section.Text("category"),
        At = Metres(section, "at"),
        Step = Metres(section, "step"),
        YawDegrees = section.Number("yaw_deg") ?? 0,
    };

    private static string[] Items(SectionReader section)
    {
        if (section.Find("use") is not { } node)
        {
            return [];
        }

        string path = section.PathOf("use");
        IEnumerable<(LocatedNode Node, string Path)> items = node is LocatedSequence ? ListReader.Items(node, path, s_items, section.Log) : [(node, path)];
        return [.. items.Select(item => ScalarReader.Text(item.Node, item.Path, section.Log, s_item.Expected) is { } text ? section.Log.Relocate(text, item.Node.Position) : null).OfType<string>()];
    }

    private static Vector3d Metres(SectionReader section, string key) =>
        section.Find(key) is { } node && ListReader.Numbers(node, section.PathOf(key), s_metres, section.Log) is [double x, double y, double z] ? new(x, y, z) : Vector3d.Zero;
}

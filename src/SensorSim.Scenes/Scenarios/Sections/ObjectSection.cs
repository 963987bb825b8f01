using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>objects</c>: what the scenario adds to its scene.</summary>
internal static class ObjectSection
{
    private static readonly TextSchema s_item = new("builtin:NAME of an object of the library, or a glTF file");

    private static readonly ListSchema s_items = new(s_item, "a list of builtin:NAME and glTF files") { MinCount = 1 };

    private static readonly MappingSchema s_group = new(
        AddedKeys.Name("object", "part"),
        new("use", new AlternativesSchema("builtin:NAME, a glTF file, or a list of them", s_item, s_items), "What it is: an object of the library or a glTF file, all of which is one object. Of a list each takes the next in turn.", "[builtin:mug, builtin:bowl]") { IsRequired = true, AlsoCalled = ["model", "file", "mesh", "asset"] },
        AddedKeys.Count,
        new("category", new TextSchema("a category"), "Its category; that of what it is without this key.", "part"),
        AddedKeys.At("'s origin", "[0, 0.8, 0]"),
        AddedKeys.Step,
        new("yaw_deg", new NumberSchema(NumberRange.Degrees("degrees about +Y")), "How it is turned about +Y, in degrees.", "90") { Default = "0", AlsoCalled = ["rotation", "rotation_deg", "heading"] },
        new("scale", new NumberSchema(new(1e-3, 1e3, "times")), "How many times as large as it is made, about its origin.", "1.5") { Default = "1" });

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

    private static AddedGroup Read(SectionReader section) => new(AddedKeys.NameOf(section), Items(section), AddedKeys.CountOf(section), section.Mapping.Position)
    {
        Keys = section.Keys,
        Category = section.Text("category"),
        At = AddedKeys.MetresOf(section, "at") ?? Vector3d.Zero,
        Step = AddedKeys.MetresOf(section, "step") ?? Vector3d.Zero,
        YawDegrees = section.Number("yaw_deg") ?? 0,
        Scale = section.Number("scale") ?? 1,
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
}

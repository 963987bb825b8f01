using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>affordances</c>: what objects must go on allowing; of a scenario, or of a node's <c>extras</c>.</summary>
internal static class AffordanceSection
{
    private static readonly ListSchema s_vector = new(new NumberSchema(NumberRange.Place), "three numbers [x, y, z]") { MinCount = 3, MaxCount = 3 };

    private static readonly KeySchema s_object = new("object", new TextSchema("a pattern over the names of objects"), "Which objects: a pattern over their names.", "\"shelf_*\"") { IsRequired = true };

    private static readonly Dictionary<string, KeySchema[]> s_kinds = new(StringComparer.Ordinal)
    {
        ["support"] =
        [
            Kind("Things can be put on it.", "support"),
            new("max_tilt_deg", new NumberSchema(new(0, 90, "degrees")), "How far from level its top may be.", "2") { Default = "5" },
            new("min_area_m2", new NumberSchema(NumberRange.Length("square metres")), "So much of its top must be left; half of what it has at rest without this key.", "0.1"),
        ],
        ["container"] =
        [
            Kind("Things can be put into it from above.", "container"),
            new("max_tilt_deg", new NumberSchema(new(0, 90, "degrees")), "How far it may be tilted from how it stands in the scene.", "5") { Default = "10" },
            new("open_share", new NumberSchema(new(0, 1)), "The share of its mouth over which nothing may be.", "0.9") { Default = "0.8" },
            new("clear_above_m", new NumberSchema(NumberRange.Positive("metres")), "How far above its rim that counts.", "0.5") { Default = "0.3" },
        ],
        ["handle"] =
        [
            Kind("It can be taken by hand.", "handle"),
            new("at", s_vector, "Where it is taken, metres in the object's own space; the middle of its box without this key.", "[0, 0.9, 0.3]"),
            new("approach", s_vector, "The direction from there towards the hand, in the object's own space.", "[0, 0, 1]") { Default = "[0, 1, 0]" },
            new("clearance_m", new NumberSchema(NumberRange.Length()), "How far towards the hand everything must be free.", "0.15") { Default = "0.1" },
            new("reach_from", new AlternativesSchema("a point [x, y, z] of the world, or the name of a camera of the scenario", s_vector, new TextSchema("the name of a camera of the scenario")), "From where it must be in reach.", "[0, 1.2, 1]"),
            new("min_m", new NumberSchema(NumberRange.Length()), "The least distance from there.", "0.2") { Default = "0", Needs = "reach_from" },
            new("max_m", new NumberSchema(NumberRange.Positive("metres")), "The largest distance from there.", "0.9") { Needs = "reach_from" },
        ],
    };

    // For what names no kind, which is then told.
    private static readonly MappingSchema s_any = new([s_object with { IsRequired = false }, Kind("What the object allows.", [.. s_kinds.Keys]), .. s_kinds.Values.SelectMany(keys => keys.Skip(1)).DistinctBy(key => key.Name, StringComparer.Ordinal)]);

    private static readonly Dictionary<string, MappingSchema> s_ofNode = s_kinds.ToDictionary(kind => kind.Key, kind => new MappingSchema(kind.Value), StringComparer.Ordinal);

    private static readonly Dictionary<string, MappingSchema> s_ofScenario = s_kinds.ToDictionary(kind => kind.Key, kind => new MappingSchema([s_object, .. kind.Value]), StringComparer.Ordinal);

    public static ListSchema Schema { get; } = ListOf(s_ofScenario, "a list of { object: PATTERN, kind: support | container | handle }");

    /// <summary>Those of a scenario.</summary>
    public static AffordanceSetting[] ReadAll(SectionReader scenario) =>
        [.. scenario.Items("affordances").Select(item => Read(item.Node, item.Path, s_ofScenario, null, scenario.Log)).OfType<AffordanceSetting>()];

    /// <summary>Those of a node's <c>extras</c>.</summary>
    /// <param name="json">What stands under <c>affordances</c>.</param>
    /// <param name="name">Of the object.</param>
    /// <param name="file">Of the scene.</param>
    /// <param name="path">Of the list in the file: "nodes[3].extras.affordances".</param>
    /// <param name="errors">Gets what is wrong with them.</param>
    public static AffordanceSetting[] ReadAll(string json, string name, string file, string path, List<ScenarioError> errors)
    {
        var log = new ReadingLog(file);
        LocatedNode? root = YamlTree.Parse(json, _ => new(file, 0, 0), log.Errors);
        AffordanceSetting[] read = root is null ? [] : [.. ListReader.Items(root, path, ListOf(s_ofNode, "a list of { kind: support | container | handle }"), log)
            .Select(item => Read(item.Node, item.Path, s_ofNode, name, log)).OfType<AffordanceSetting>()];
        errors.AddRange(log.Errors);
        return read;
    }

    private static AffordanceSetting? Read(LocatedNode node, string path, Dictionary<string, MappingSchema> schemas, string? name, ReadingLog log)
    {
        string? kind = ((node as LocatedMapping)?.Find("kind")?.Value as LocatedScalar)?.Text;
        if (SectionReader.Of(node, path, schemas.GetValueOrDefault(kind ?? "", s_any), log) is not { } section || section.Word("kind") is null || (name ?? section.Text("object")) is not { } objects)
        {
            return null;
        }

        SourcePosition position = section.Mapping.Position;
        return kind switch
        {
            "support" => Support(section, new(objects, position, path)),
            "container" => Container(section, new(objects, position, path)),
            _ => Handle(section, new(objects, position, path)),
        };
    }

    private static KeySchema Kind(string description, params string[] words) => new("kind", new WordSchema(words), description, words[0]) { IsRequired = true };

    private static ListSchema ListOf(Dictionary<string, MappingSchema> kinds, string meaning) =>
        new(new AlternativesSchema("a mapping with kind: support, container or handle", [.. kinds.Values]), meaning);

    private static AffordanceSetting.Support Support(SectionReader section, AffordanceSetting.Support support) => support with
    {
        MaximumTiltDegrees = section.Number("max_tilt_deg") ?? support.MaximumTiltDegrees,
        LeastSquareMetres = section.Number("min_area_m2"),
    };

    private static AffordanceSetting.Container Container(SectionReader section, AffordanceSetting.Container container) => container with
    {
        MaximumTiltDegrees = section.Number("max_tilt_deg") ?? container.MaximumTiltDegrees,
        OpenShare = section.Number("open_share") ?? container.OpenShare,
        ClearMetres = section.Number("clear_above_m") ?? container.ClearMetres,
    };

    private static AffordanceSetting.Handle Handle(SectionReader section, AffordanceSetting.Handle handle)
    {
        Vector3d? approach = Vector(section, "approach");
        if (approach is { Length: 0 })
        {
            section.Log.Add(section.Find("approach")!, section.PathOf("approach"), "it has no direction", "a direction like [0, 1, 0]");
        }

        bool isCamera = section.Find("reach_from") is LocatedScalar;
        double least = section.Number("min_m") ?? handle.LeastMetres, most = section.Number("max_m") ?? handle.MostMetres;
        if (least > most)
        {
            section.Log.Add(section.Find("max_m")!, section.PathOf("max_m"), "it is below min_m", "a larger distance");
        }

        return handle with
        {
            At = Vector(section, "at"),
            Approach = approach is { Length: > 0 } ? approach.Value : handle.Approach,
            ClearMetres = section.Number("clearance_m") ?? handle.ClearMetres,
            ReachFrom = isCamera ? null : Vector(section, "reach_from"),
            ReachFromCamera = isCamera ? ((LocatedScalar)section.Find("reach_from")!).Text : null,
            LeastMetres = least,
            MostMetres = most,
        };
    }

    private static Vector3d? Vector(SectionReader section, string key) => section.Has(key) && section.Numbers(key) is [double x, double y, double z] ? new(x, y, z) : null;
}

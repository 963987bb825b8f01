using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>affordances</c>: what objects must go on allowing; of a scenario, or of a node's <c>extras</c>.</summary>
internal static class AffordanceSection
{
    private static readonly ListSchema s_vector = new(new NumberSchema(NumberRange.Any), "three numbers [x, y, z]") { MinCount = 3, MaxCount = 3 };

    private static readonly KeySchema[] s_keys =
    [
        new("kind", new WordSchema("support", "container", "handle"), "What the object allows: things put on it, put into it from above, or that it is taken by hand.", "container") { IsRequired = true },
        new("max_tilt_deg", new NumberSchema(new(0, 90, "degrees")), "How far its top may be from level (support, 5), or how far it may be tilted (container, 10).", "5"),
        new("min_area_m2", new NumberSchema(NumberRange.NotNegative("square metres")), "Support: so much of its top must be left; half of what it has at rest without this key.", "0.1"),
        new("open_share", new NumberSchema(new(0, 1)), "Container: the share of its mouth over which nothing may be.", "0.8") { Default = "0.8" },
        new("clear_above_m", new NumberSchema(NumberRange.Positive("metres")), "Container: how far above its rim that counts.", "0.3") { Default = "0.3" },
        new("at", s_vector, "Handle: where it is taken, metres in the object's own space; the middle of its box without this key.", "[0, 0.9, 0.3]"),
        new("approach", s_vector, "Handle: the direction from there towards the hand, in the object's own space.", "[0, 1, 0]") { Default = "[0, 1, 0]" },
        new("clearance_m", new NumberSchema(NumberRange.NotNegative("metres")), "Handle: how far towards the hand everything must be free.", "0.1") { Default = "0.1" },
        new("reach_from", new AlternativesSchema("a point [x, y, z] of the world, or the name of a camera of the scenario", s_vector, new TextSchema("the name of a camera of the scenario")), "Handle: from where it must be in reach.", "[0, 1.2, 1]"),
        new("min_m", new NumberSchema(NumberRange.NotNegative("metres")), "Handle: the least distance from there.", "0.2") { Default = "0", Needs = "reach_from" },
        new("max_m", new NumberSchema(NumberRange.Positive("metres")), "Handle: the largest distance from there.", "0.9") { Needs = "reach_from" },
    ];

    private static readonly MappingSchema s_ofNode = new(s_keys);

    private static readonly MappingSchema s_ofScenario = new(
        [new("object", new TextSchema("a pattern over the names of objects"), "Which objects: a pattern over their names.", "\"shelf_*\"") { IsRequired = true }, .. s_keys]);

    private static readonly Dictionary<string, string[]> s_kindsOf = new(StringComparer.Ordinal)
    {
        ["max_tilt_deg"] = ["support", "container"],
        ["min_area_m2"] = ["support"],
        ["open_share"] = ["container"],
        ["clear_above_m"] = ["container"],
    };

    public static ListSchema Schema { get; } = new(s_ofScenario, "a list of { object: PATTERN, kind: support | container | handle }");

    /// <summary>Those of a scenario.</summary>
    public static AffordanceSetting[] ReadAll(SectionReader scenario) =>
        [.. scenario.Sections("affordances").Select(section => Read(section, section.Text("object"), section.Mapping.Position, section.Path)).OfType<AffordanceSetting>()];

    /// <summary>Those of a node's <c>extras</c>.</summary>
    /// <param name="json">What stands under <c>affordances</c>.</param>
    /// <param name="name">Of the object.</param>
    /// <param name="file">Of the scene.</param>
    /// <param name="path">Of the list in the file: "nodes[3].extras.affordances".</param>
    /// <param name="errors">Gets what is wrong with them.</param>
    public static AffordanceSetting[] ReadAll(string json, string name, string file, string path, List<ScenarioError> errors)
    {
        var position = new SourcePosition(file, 0, 0);
        var log = new ReadingLog(file);
        LocatedNode? root = YamlTree.Parse(json, _ => position, log.Errors);
        SectionReader[] sections = root is null ? [] : [.. ListReader.Items(root, path, new ListSchema(s_ofNode, "a list of { kind: support | container | handle }"), log)
            .Select(item => SectionReader.Of(item.Node, item.Path, s_ofNode, log)).OfType<SectionReader>()];
        AffordanceSetting[] read = [.. sections.Select(section => Read(section, name, position, section.Path)).OfType<AffordanceSetting>()];
        errors.AddRange(log.Errors);
        return read;
    }

    private static AffordanceSetting? Read(SectionReader section, string? objects, SourcePosition position, string path)
    {
        if (section.Word("kind") is not { } kind || objects is null)
        {
            return null;
        }

        foreach (string key in s_keys.Select(key => key.Name).Where(key => key != "kind" && section.Has(key) && !s_kindsOf.GetValueOrDefault(key, ["handle"]).Contains(kind, StringComparer.Ordinal)))
        {
            section.Log.Add(section.Find(key)!, section.PathOf(key), $"a {kind} has no '{key}'", $"it with a {string.Join(" or ", s_kindsOf.GetValueOrDefault(key, ["handle"]))}");
        }

        return kind switch
        {
            "support" => Support(section, new(objects, position, path)),
            "container" => Container(section, new(objects, position, path)),
            _ => Handle(section, new(objects, position, path)),
        };
    }

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

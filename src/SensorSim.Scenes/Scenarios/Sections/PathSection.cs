using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Objects;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>paths</c>: objects that travel.</summary>
internal static class PathSection
{
    public const string AlongExample = "paths: [{ object: forklift_1, points: [[-3, 0, 0], [3, 0, 0]], speed_m_s: 1.5 }]";

    public const string BetweenExample = "paths: [{ object: cart_1, between: { camera: front, target: box_3 }, speed_m_s: 1.2, passes_at_s: 0.5 }]";

    private const string OnePath = "{ object: NAME, points: [[x, y, z], …], speed_m_s: NUMBER } or { object: NAME, between: { camera: NAME, target: NAME }, speed_m_s: NUMBER, passes_at_s: NUMBER }";

    private const int MostPoints = 1000;

    private static readonly MappingSchema s_between = new(
        new("camera", new TextSchema("a camera of the scenario"), "The camera before which it passes.", "front") { IsRequired = true },
        new("target", new TextSchema("an object of the scene"), "The object before whose middle it passes.", "box_3") { IsRequired = true },
        new("share", new NumberSchema(new(0, 1)), "How far from the camera to the target: 0 at the camera, 1 at the target.", "0.5") { Default = "0.5" });

    private static readonly KeySchema s_object = new("object", new TextSchema("an object of the scene"), "Which object travels, by its name.", "forklift_1") { IsRequired = true };

    private static readonly KeySchema[] s_both =
    [
        new("speed_m_s", new NumberSchema(Speed), "Its speed.", "1.5") { IsRequired = true },
        new("faces_ahead", new TruthSchema(), "Whether its own +Z (the forks of the library's trucks) points along the way.", "true") { Default = "false" },
    ];

    private static readonly MappingSchema s_along = new(
    [
        s_object,
        new("points", new ListSchema(AddedKeys.Metres, "a list of at least two points [x, y, z] (metres)") { MinCount = 2, MaxCount = MostPoints }, "Where its origin goes, in straight pieces; it rests at the first point before and at the last one after.", "[[-3, 0, 0], [3, 0, 0]]") { IsRequired = true },
        .. s_both,
        new("starts_at_s", new NumberSchema(Clock), "When it leaves the first point, on the episode's clock.", "0.5") { Default = "0" },
    ]);

    private static readonly MappingSchema s_across = new(
    [
        s_object,
        new("between", s_between, "Crosses the line from a camera to an object, level, on the height on which it stands.", "{ camera: front, target: box_3, share: 0.5 }") { IsRequired = true },
        .. s_both,
        new("passes_at_s", new NumberSchema(Clock), "When its origin crosses the line, on the episode's clock.", "0.5") { IsRequired = true },
        new("heading_deg", new NumberSchema(NumberRange.Degrees("degrees about +Y")), "Which way, from the line's direction; 90 goes to the camera's left, -90 to its right.", "-90") { Default = "90" },
        new("length_m", new NumberSchema(new(1e-3, 1e6, "metres")), "Of its whole way, in whose middle it crosses; it rests at both ends.", "6") { Default = "10" },
    ]);

    // For what names no way, or two, which is then told.
    private static readonly MappingSchema s_any = new(
        [.. s_along.Keys.Concat(s_across.Keys).DistinctBy(key => key.Name, StringComparer.Ordinal).Select(key => key.Name is "points" or "between" or "passes_at_s" ? key with { IsRequired = false } : key)])
    {
        Groups = [new(IsRequired: true, "points", "between")],
    };

    public static NumberRange Speed => new(1e-3, 1e3, "metres per second");

    public static NumberRange Clock => NumberRange.Place with { Unit = "seconds on the episode's clock" };

    public static ListSchema Schema { get; } = new(new AlternativesSchema(OnePath, s_along, s_across), $"a list of {OnePath}");

    public static ObjectPath[] ReadAll(SectionReader scenario) => [.. scenario.Items("paths").Select(item => Read(item.Node, item.Path, scenario.Log)).OfType<ObjectPath>()];

    private static ObjectPath? Read(LocatedNode node, string key, ReadingLog log)
    {
        var mapping = node as LocatedMapping;
        MappingSchema schema = (mapping?.Find("points"), mapping?.Find("between")) switch
        {
            (not null, null) => s_along,
            (null, not null) => s_across,
            _ => s_any,
        };
        if (SectionReader.Of(node, key, schema, log, OnePath) is not { } section || ReferenceEquals(schema, s_any))
        {
            return null;
        }

        string name = section.Text("object") ?? "";
        ObjectPath? path = ReferenceEquals(schema, s_along) ? Along(section, new(name, section.Mapping.Position, section.Path))
            : section.Section("between") is { } between ? Between(section, between, new(name, section.Mapping.Position, section.Path))
            : null;
        return path is null ? null : path with { Keys = section.Keys, SpeedMetresPerSecond = section.Number("speed_m_s") ?? path.SpeedMetresPerSecond, FacesAhead = section.Truth("faces_ahead") ?? false };
    }

    private static ObjectPath.Along Along(SectionReader section, ObjectPath.Along path)
    {
        var points = new List<Vector3d>();
        foreach ((LocatedNode item, string key) in section.Items("points"))
        {
            if (ListReader.Numbers(item, key, AddedKeys.Metres, section.Log) is [double x, double y, double z])
            {
                points.Add(new(x, y, z));
            }
        }

        if (points.Count > 1 && points.TrueForAll(point => point == points[0]))
        {
            section.Log.Add(section.Find("points")!, section.PathOf("points"), "all points are the same: the path has no length", "at least two that differ");
        }

        return path with { Points = points, StartSeconds = section.Number("starts_at_s") ?? 0 };
    }

    private static ObjectPath.Between Between(SectionReader section, SectionReader between, ObjectPath.Between path) => path with
    {
        Camera = between.Text("camera") ?? "",
        Target = between.Text("target") ?? "",
        Share = between.Number("share") ?? path.Share,
        PassSeconds = section.Number("passes_at_s") ?? 0,
        HeadingDegrees = section.Number("heading_deg") ?? path.HeadingDegrees,
        LengthMetres = section.Number("length_m") ?? path.LengthMetres,
    };
}

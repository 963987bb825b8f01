using SensorSim.Plugins;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>objects.PATTERN.pose</c> under <c>cousins.vary</c>: where objects are put.</summary>
internal static class PlacementSection
{
    private const double DefaultClearance = 0.005;
    private const double DefaultGap = 0.01;

    private static readonly string[] s_kinds = ["scatter_on", "line_on", "stack_on", "fill"];

    public static MappingSchema Schema { get; } = new(
        new("scatter_on", new TextSchema("a pattern over the names of objects with level surfaces"), "Anywhere on level surfaces.", "\"shelf_*\""),
        new("line_on", new TextSchema("a pattern over the names of objects with level surfaces"), "Side by side along front edges, an object's front being its own +Z.", "\"shelf_*\""),
        new("stack_on", new TextSchema("a pattern over the names of objects with level surfaces"), "One upon another.", "pallet_1"),
        new("fill", new TextSchema("a pattern over the names of objects that are open above"), "Dropped one after the other, to lie as they fall.", "bin_1"),
        Metres("clearance_m", DefaultClearance, "Kept from everything beside it; with scatter_on and stack_on."),
        Metres("margin_m", 0, "Kept from the surface's edge; with scatter_on and line_on."),
        new("upright", new TruthSchema(), "Whether objects stand as they are made; else they lie as they fall.", "false") { Default = "true", Needs = "scatter_on" },
        new("yaw_steps", new IntegerSchema(1, 3600), "Turns about the vertical that objects may have; any without it.", "4") { Needs = "scatter_on" },
        Metres("gap_m", DefaultGap, "Between two objects, at least.") with { Needs = "line_on" },
        new("layers", new IntegerSchema(1, 100), "Objects in each stack, at most.", "3") { Default = "3", Needs = "stack_on" },
        Metres("jitter_m", 0, "By how much an object may stand beside where it would; with line_on and stack_on."),
        new("jitter_deg", new NumberSchema(new(0, 180, "degrees")), "By how much an object may be turned against the one below it.", "3") { Default = "0", Needs = "stack_on" })
    {
        Groups =
        [
            new(IsRequired: true, s_kinds) { Missing = "nothing says where the objects are put", Expected = $"one of {string.Join(", ", s_kinds)}" },
            .. Without("fill", "clearance_m", "margin_m", "jitter_m"),
            .. Without("line_on", "clearance_m"),
            .. Without("stack_on", "margin_m"),
            .. Without("scatter_on", "jitter_m"),
        ],
    };

    public static KeySchema Key { get; } = new(@"^objects\.(.|\n)+\.pose$", Schema, "Where objects are put: solved for each sample, so that nothing overlaps.", "{ scatter_on: \"shelf_*\", clearance_m: 0.02 }")
    {
        Sample = "objects.*.pose",
    };

    /// <summary>Whether a key says where objects are put.</summary>
    public static bool IsKey(LocatedScalar key) => CousinKey.Parse(key.Text) is { Family: CousinFamily.Objects, Attribute: CousinAttributes.Pose };

    public static List<PlacementSetting> ReadAll(SectionReader cousins)
    {
        LocatedEntry[] entries = cousins.Find("vary") is LocatedMapping vary ? [.. vary.Entries.Where(entry => IsKey(entry.Key))] : [];
        return [.. entries.Select(entry => Read(entry, KeyPath.Of(cousins.PathOf("vary"), entry.Key.Text), cousins.Log)).OfType<PlacementSetting>()];
    }

    private static PlacementSetting? Read(LocatedEntry entry, string path, ReadingLog log) =>
        SectionReader.Of(entry.Value, path, Schema, log) is { } section && RuleOf(section) is { } rule
            ? new(entry.Key.Text, rule, entry.Key.Position, entry.Value.Position)
            : null;

    private static PlacementRule? RuleOf(SectionReader section)
    {
        double clearance = section.Number("clearance_m") ?? DefaultClearance, margin = section.Number("margin_m") ?? 0, jitter = section.Number("jitter_m") ?? 0;
        return section switch
        {
            _ when section.Text("scatter_on") is { } on => new PlacementRule.Scatter(on, clearance)
            {
                IsUpright = section.Truth("upright") ?? true,
                YawSteps = (int?)section.Integer("yaw_steps"),
                MarginMetres = margin,
            },
            _ when section.Text("line_on") is { } on => new PlacementRule.Line(on, section.Number("gap_m") ?? DefaultGap) { JitterMetres = jitter, MarginMetres = margin },
            _ when section.Text("stack_on") is { } on => new PlacementRule.Stack(on, (int)(section.Integer("layers") ?? 3))
            {
                JitterMetres = jitter,
                JitterDegrees = section.Number("jitter_deg") ?? 0,
                ClearanceMetres = clearance,
            },
            _ when section.Text("fill") is { } on => new PlacementRule.Fill(on),
            _ => null,
        };
    }

    private static KeySchema Metres(string name, double value, string description) =>
        new(name, new NumberSchema(NumberRange.Length()), description, "0.02") { Default = PlainNumber.Text(value) };

    private static IEnumerable<KeyGroup> Without(string kind, params string[] keys) =>
        keys.Select(key => new KeyGroup(IsRequired: false, kind, key) { Expected = $"'{key}' without '{kind}', which has no use for it" });
}

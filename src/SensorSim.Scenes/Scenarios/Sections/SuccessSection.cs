using System.Text.Json;
using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>task.success</c>: what decides whether an episode did what its task says.</summary>
internal static class SuccessSection
{
    private const string Within = "within_m";

    private static readonly (string Key, SuccessKind Kind)[] s_kinds =
    [
        ("on", SuccessKind.On), ("near", SuccessKind.Near), ("at", SuccessKind.Near), ("touches", SuccessKind.Touches), ("apart_from", SuccessKind.ApartFrom),
        ("raised_m", SuccessKind.Raised), ("upright_deg", SuccessKind.Upright), ("slower_than_m_s", SuccessKind.SlowerThan),
    ];

    private static readonly MappingSchema s_item = new(
    [
        new("object", new TextSchema("the name of an object"), "Of what something is asked.", "cube_1") { IsRequired = true },
        new("on", new TextSchema("the name of an object"), "Lies on another object: touches it from above.", "cube_2"),
        new("near", new TextSchema("the name of an object"), $"Its middle is within {Within} of that of another object.", "tray"),
        new("at", new ListSchema(new NumberSchema(NumberRange.Place), "three numbers [x, y, z] (metres)") { MinCount = 3, MaxCount = 3 }, $"Its middle is within {Within} of a point of the world: [x, y, z] in metres, +Y up.", "[0.4, 0.8, 0]"),
        new(Within, new NumberSchema(NumberRange.Positive("metres")), "Of near and at: the largest distance.", "0.03"),
        new("touches", new TextSchema("a pattern over the names of objects"), "Touches something that matches.", "\"finger_*\""),
        new("apart_from", new TextSchema("a pattern over the names of objects"), "Touches nothing that matches.", "\"finger_*\""),
        new("raised_m", new NumberSchema(NumberRange.Positive("metres")), "Its middle is higher than when the episode began, by at least so much.", "0.1"),
        new("upright_deg", new NumberSchema(new(0, 180, "degrees")), "What was up when the episode began is up, or off by at most so much.", "10"),
        new("slower_than_m_s", new NumberSchema(NumberRange.Positive("metres per second")), "Moves slower than this.", "0.02"),
        new("when", new WordSchema([.. Enum.GetNames<SuccessMoment>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)]), "When the episode ends, at some instant of it, or at every one.", "ever") { Default = "end" },
    ])
    {
        Groups = [new(IsRequired: true, [.. s_kinds.Select(kind => kind.Key)])],
    };

    private static readonly MappingSchema s_published = s_item with { Kinds = [.. s_kinds.Select(kind => OfKind(kind.Key, kind.Kind))] };

    public static ListSchema Schema { get; } = new(s_published, "a list of conditions, each { object: NAME, on: NAME } or another") { MinCount = 1, MaxCount = 100 };

    /// <param name="task">The section around it.</param>
    public static IReadOnlyList<SuccessCondition> ReadAll(SectionReader task) => [.. task.Sections("success").Select(Read).OfType<SuccessCondition>()];

    private static MappingSchema OfKind(string key, SuccessKind kind) => new([.. s_item.Keys.Where(one => one.Name is "object" or "when" || one.Name == key || (one.Name == Within && kind == SuccessKind.Near))
        .Select(one => one.Name == "when" ? one : one with { IsRequired = true })]);

    private static SuccessCondition? Read(SectionReader section)
    {
        (string key, SuccessKind kind) = s_kinds.FirstOrDefault(one => section.Has(one.Key));
        if (key is null)
        {
            return null;
        }

        if (kind == SuccessKind.Near && !section.Has(Within))
        {
            section.AddMissing(Within, $"the largest distance in metres, because {key} needs one");
        }
        else if (kind != SuccessKind.Near && section.Has(Within))
        {
            section.Log.Add(section.Mapping.Find(Within)!.Key, section.PathOf(Within), $"{key} has no distance", $"no {Within}, or near or at in place of {key}");
        }

        return new(section.Text("object") ?? "", kind, section.Path, section.Mapping.Position)
        {
            Other = key is "on" or "near" or "touches" or "apart_from" ? section.Text(key) : null,
            Point = key == "at" && section.Numbers(key) is [double x, double y, double z] ? new(x, y, z) : Vector3d.Zero,
            Limit = (kind == SuccessKind.Near ? section.Number(Within) : key is "raised_m" or "upright_deg" or "slower_than_m_s" ? section.Number(key) : null) ?? 0,
            When = section.Word("when") is { } word ? Enum.Parse<SuccessMoment>(word, ignoreCase: true) : SuccessMoment.End,
        };
    }
}

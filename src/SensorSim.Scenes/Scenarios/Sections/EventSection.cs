using System.Text.Json;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Counterfactuals;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>events</c>: what happens in one episode of each cousin and in none of the others.</summary>
internal static class EventSection
{
    private const string OneEvent = "{ name: NAME, kind: KIND, match: PATTERN, at_s: SECONDS }";

    private const string Point = "point_m";

    private static readonly string[] s_ofPush = [EventAttributes.Impulse, "direction", Point];

    private static readonly MappingSchema s_event = new(
    [
        new("name", NameRule.Of("a name"), "Of the event; records and draws have it.", "oil") { IsRequired = true },
        new("kind", new WordSchema([.. Enum.GetValues<EventKind>().Select(WordOf)]), "What happens: other friction, a knock, what is held falls, nothing takes hold any more, lamps go dark, what travels sets off or stands still for a while.", "friction") { IsRequired = true },
        new("match", new TextSchema("a pattern over the names of objects, or of lamps"), "To which objects it happens, or to which lamps (lamp_fails): a pattern over their names.", "\"floor*\"") { IsRequired = true },
        .. EventAttributes.All.Select(attribute => new KeySchema(attribute.Name, DistributionSchema.Of(attribute.Values), $"{MeaningOf(attribute.Name)}: {attribute.Values.Expected}; or what samples draw it from.", attribute.Example!) { IsRequired = attribute.Name == EventAttributes.At }),
        new("direction", Vector("of any length"), "Of a push: which way, [x, y, z].", "[0, 0, -1]"),
        new(Point, Vector("metres"), "Of a push: where it hits, from the centre of mass, [x, y, z] in metres.", "[0, 0.1, 0]"),
    ]);

    private static readonly MappingSchema s_published = s_event with { Kinds = [.. Enum.GetValues<EventKind>().Select(OfKind)] };

    public static ListSchema Schema { get; } = new(s_published, $"a list of events, each {OneEvent}") { MaxCount = 100 };

    public static IReadOnlyList<ScenarioEvent> ReadAll(SectionReader scenario)
    {
        ScenarioEvent[] events = [.. scenario.Sections("events").Select(section => Read(section, scenario.Has("physics")))];
        foreach ((ScenarioEvent one, int i) in events.Select((one, i) => (one, i)).Where(one => events.Take(one.i).Any(other => other.Name == one.one.Name)))
        {
            scenario.Log.Errors.Add(new(one.Position, FormattableString.Invariant($"events[{i}].name"), $"the name '{one.Name}' is already an event's", "a name of its own"));
        }

        return events;
    }

    /// <summary>What samples draw for events where they have a distribution in place of a number.</summary>
    public static IEnumerable<VaryRule> Draws(SectionReader scenario) => scenario.Sections("events").Where(section => section.Text("name") is { Length: > 0 }).SelectMany(section => EventAttributes.All.Select(attribute => InlineDraw.Of(section, attribute, $"events.{section.Text("name")}.{attribute.Name}")).OfType<VaryRule>());

    private static ScenarioEvent Read(SectionReader section, bool hasPhysics)
    {
        EventKind kind = section.Word("kind") is { } word ? Enum.GetValues<EventKind>().First(one => WordOf(one) == word) : EventKind.LampFails;
        var happens = new ScenarioEvent(section.Text("name") ?? "", kind, section.Text("match") ?? "", 0)
        {
            Direction = Vector(section, "direction") is { Length: > 0 } way ? (1 / way.Length) * way : default,
            PointMetres = Vector(section, Point),
            Position = section.Mapping.Position,
            MatchPosition = section.Find("match")?.Position ?? section.Mapping.Position,
        };
        foreach (CousinAttribute<ScenarioEvent> attribute in EventAttributes.All)
        {
            happens = InlineDraw.Constant(section, attribute.Name) is { } value ? attribute.Apply(happens, value) : happens;
        }

        CheckKeys(section, kind);
        if (happens.IsPhysical && section.Has("kind") && !hasPhysics)
        {
            section.Log.Add(section.Find("kind")!, section.PathOf("kind"), $"nothing feels '{WordOf(kind)}', because there is no physics", "a block such as physics: { backend: mujoco, bodies: [{ match: \"box_*\", motion: dynamic }] } in the scenario");
        }

        return happens;
    }

    private static bool Fits(string key, EventKind kind) => s_ofPush.Contains(key, StringComparer.Ordinal) ? kind == EventKind.Push : EventAttributes.Fits(key, kind);

    private static MappingSchema OfKind(EventKind kind) => new([.. s_event.Keys.Where(key => Fits(key.Name, kind)).Select(key => key.Name switch
    {
        "kind" => key with { Value = new WordSchema(WordOf(kind)), Example = WordOf(kind) },
        Point => key,
        _ => key with { IsRequired = true },
    })]);

    // What a kind needs, and what means nothing for it.
    private static void CheckKeys(SectionReader section, EventKind kind)
    {
        foreach (string key in section.Has("kind") ? (string[])[EventAttributes.Friction, EventAttributes.Delay, .. s_ofPush] : [])
        {
            bool fits = Fits(key, kind);
            if (!fits && section.Has(key))
            {
                section.Log.Add(section.Mapping.Find(key)!.Key, section.PathOf(key), $"an event of kind {WordOf(kind)} has no '{key}'", $"no {key}");
            }
            else if (fits && key != Point && !section.Has(key))
            {
                section.AddMissing(key, $"{s_event.Find(key)!.Value.Expected}, of an event of kind {WordOf(kind)}");
            }
        }

        if (section.Has("direction") && section.Numbers("direction") is [0, 0, 0])
        {
            section.Log.Add(section.Find("direction")!, section.PathOf("direction"), "it points nowhere", "three numbers [x, y, z], not all 0");
        }
    }

    private static string MeaningOf(string attribute) => attribute switch
    {
        EventAttributes.At => "When it happens",
        EventAttributes.Friction => "Of kind friction: the coefficient from then on",
        EventAttributes.Impulse => "Of kind push: the impulse",
        _ => "Of kind delay: for how long it stands still",
    };

    private static string WordOf(EventKind kind) => JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());

    private static Vector3d Vector(SectionReader section, string key) => section.Has(key) && section.Numbers(key) is [double x, double y, double z] ? new(x, y, z) : Vector3d.Zero;

    private static ListSchema Vector(string unit) => new(new NumberSchema(new(-1e4, 1e4, unit)), $"three numbers [x, y, z] ({unit})") { MinCount = 3, MaxCount = 3 };
}

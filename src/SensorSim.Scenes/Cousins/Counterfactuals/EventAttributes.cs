using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Cousins.Counterfactuals;

/// <summary>Everything that can vary of an event.</summary>
internal static class EventAttributes
{
    public const string At = "at_s";

    public const string Friction = "friction";

    public const string Impulse = "impulse_n_s";

    public const string Delay = "delay_s";

    public static IReadOnlyList<CousinAttribute<ScenarioEvent>> All { get; } =
    [
        new(At, ValueRule.Number(new(0, 1e5, "seconds on the episode's clock")), (happens, v) => happens with { AtSeconds = Number(v) }) { Example = "{ uniform: [0.4, 1.2] }" },
        new(Friction, ValueRule.Number(new(0, 10, "coefficient of dry friction")), (happens, v) => happens with { Friction = Number(v) }) { Example = "{ uniform: [0.02, 0.1] }" },
        new(Impulse, ValueRule.Number(new(0, 1e6, "newton seconds")), (happens, v) => happens with { ImpulseNewtonSeconds = Number(v) }) { Example = "{ uniform: [1, 4] }" },
        new(Delay, ValueRule.Number(new(0, 1e5, "seconds")), (happens, v) => happens with { DelaySeconds = Number(v) }) { Example = "{ uniform: [0.2, 1] }" },
    ];

    /// <summary>Whether an attribute means something for a kind of event.</summary>
    public static bool Fits(string attribute, EventKind kind) => attribute switch
    {
        Friction => kind == EventKind.Friction,
        Impulse => kind == EventKind.Push,
        Delay => kind == EventKind.Delay,
        _ => true,
    };

    /// <summary>The events with what a sample drew for them.</summary>
    /// <param name="events">As the scenario has them.</param>
    /// <param name="draws">Of a sample, by name.</param>
    public static IReadOnlyList<ScenarioEvent> Drawn(IReadOnlyList<ScenarioEvent> events, IReadOnlyDictionary<string, JsonNode?> draws) => [.. events.Select(happens =>
        All.Aggregate(happens, (one, attribute) => draws.GetValueOrDefault(new CousinKey(CousinFamily.Events, one.Name, attribute.Name).DrawName(one.Name)) is JsonValue value ? attribute.Apply(one, value) : one))];

    private static double Number(JsonValue value) => CousinAttributes.Number(value);
}

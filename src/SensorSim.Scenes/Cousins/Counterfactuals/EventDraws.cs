using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Paths;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Cousins.Counterfactuals;

/// <summary>
/// What an event leaves in the draws of its episode, so that the record says it and replay needs nothing else. Episodes of one cousin differ in values only, never in which values there are:
/// what has not happened yet is then the same to the bit.
/// </summary>
internal static class EventDraws
{
    /// <summary>The draws of one episode.</summary>
    /// <param name="cousin">The draws that all episodes of the cousin share.</param>
    /// <param name="events">Of the scenario.</param>
    /// <param name="happening">Which of them; null is none.</param>
    /// <param name="names">Of the scene.</param>
    public static OrderedDictionary<string, JsonNode?> Of(IReadOnlyDictionary<string, JsonNode?> cousin, IReadOnlyList<ScenarioEvent> events, string? happening, SceneNames names)
    {
        var draws = new OrderedDictionary<string, JsonNode?>(cousin, StringComparer.Ordinal) { [ScenarioEvent.Draw] = happening ?? ScenarioEvent.None };
        ScenarioEvent[] drawn = [.. EventAttributes.Drawn(events, cousin)];
        foreach (ScenarioEvent one in drawn.OrderBy(one => one.Name == happening ? 1 : 0))
        {
            Add(draws, one, one.Name == happening, names);
        }

        return draws;
    }

    private static void Add(OrderedDictionary<string, JsonNode?> draws, ScenarioEvent one, bool happens, SceneNames names)
    {
        switch (one.Kind)
        {
            case EventKind.LampFails:
                foreach (string lamp in names.Lamps.Select(lamp => lamp.Name).Where(lamp => GlobPattern.Matches(one.Match, lamp)))
                {
                    Fail(draws, new CousinKey(CousinFamily.Lights, lamp, LampAttributes.FailsAt).DrawName(lamp), happens ? one.AtSeconds : ScenarioEvent.Never);
                }

                break;
            case EventKind.Obstacle:
                Change(draws, one, names, path => path.From(happens ? one.AtSeconds : ScenarioEvent.Never));
                break;
            case EventKind.Delay when happens:
                Change(draws, one, names, path => path.Pausing(one.AtSeconds, one.DelaySeconds));
                break;
        }
    }

    // A lamp that fails anyway fails no later.
    private static void Fail(OrderedDictionary<string, JsonNode?> draws, string draw, double seconds) =>
        draws[draw] = draws.TryGetValue(draw, out JsonNode? drawn) && drawn is JsonValue value ? Math.Min(CousinAttributes.Number(value), seconds) : seconds;

    private static void Change(OrderedDictionary<string, JsonNode?> draws, ScenarioEvent one, SceneNames names, Func<TimedPath, TimedPath> change)
    {
        foreach (string thing in names.Objects.Select(thing => thing.Name).Where(thing => GlobPattern.Matches(one.Match, thing)))
        {
            string draw = DrawnValues.NameOfPath(thing);
            if (draws.TryGetValue(draw, out JsonNode? json) && PathJson.Of(json) is { } path)
            {
                draws[draw] = PathJson.ToJson(change(path));
            }
        }
    }
}

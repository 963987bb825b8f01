using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Drafting;

/// <summary>What is said to the model.</summary>
internal static class DraftPrompt
{
    private const int MostErrors = 40;
    private const int LongestError = 400;
    private const int LongestAnswer = 64 << 10;

    private const string Task = """
        You draft scenarios for SensorSim, which renders synthetic camera images from glTF scenes. A scenario is a targeted experiment: it names one failure mode of a perception model,
        and varies only what tests it. Answer with one scenario and nothing else: no comments, no explanation. Use only keys of the schema, and only names that the scene has.
        Files lie in the scenario's folder; scenes that the program makes itself are named builtin:NAME. Do not write the keys drafted and extends.
        Units are in the keys: metres, seconds, degrees. +Y is up. Be honest in intent: say what a model could learn from the simulation instead of from the world.
        """;

    private const string Example = """
        An example:
        scenario: aisle-flicker
        version: 1.0.0
        intent:
          failure_mode: dim or flickering aisle light
          intended_use: [train, evaluate]
          artifact_risk: bands may line up with shelf labels
          real_probe: 200 hand-labelled frames of one aisle
          discard_if: mAP on the real probe falls by more than 1 point
        scene: builtin:warehouse-aisle
        environment: { hdr: "builtin:studio", intensity: 5 }
        cameras:
          - { name: front, width: 640, height: 480, hfov_deg: 66, pose: { from: [0.2, 1.6, 5.9], look_at: [0, 1.1, -1] } }
        lights:
          - { match: ceiling_2, flicker: { mains_hz: 50, modulation: 1 } }
        cousins:
          count: 100
          seed: 7
          vary:
            "lights.ceiling_*.intensity": { log_uniform: [0.1, 1] }
            "objects.box_*.yaw_deg": { uniform: [-5, 5] }
        labels: [rgb, depth, instance, semantic]
        """;

    /// <summary>The beginning of the conversation.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="schema">The schema where the server is not held to it; null where it is.</param>
    public static IReadOnlyList<ChatMessage> Begin(DraftRequest request, JsonObject? schema)
    {
        var system = new StringBuilder(Task).Append('\n').Append(Example).Append('\n');
        system.Append(schema is null ? "\nAnswer with JSON.\n" : $"\nAnswer with YAML that follows this JSON Schema:\n{schema.ToJsonString()}\n");
        system.Append('\n').Append(request.Known is { } scene ? SceneFacts.Of(scene) : $"Scenes: {string.Join(", ", SceneLibrary.Names.Select(name => SceneLibrary.Prefix + name))}").Append('\n');
        if (request.Scene is { } required)
        {
            system.Append($"The key scene must be \"{required}\".\n");
        }

        string wanted = request.Base is null ? request.Text : $"Change this scenario, and leave what need not change as it is:\n\n{request.Base}\n\nThe change: {request.Text}";
        return [new("system", system.ToString()), new("user", wanted)];
    }

    /// <summary>What follows an answer that was wrong.</summary>
    public static IReadOnlyList<ChatMessage> Repair(DraftAttempt attempt)
    {
        var text = new StringBuilder("That is not a valid scenario yet:\n");
        foreach (ScenarioError error in attempt.Errors.Take(MostErrors))
        {
            string line = (error with { Line = 0, Column = 0, File = "-" }).ToString();
            text.Append(line.Length > LongestError ? $"{line[..LongestError]}…" : line).Append('\n');
        }

        if (attempt.Errors.Count > MostErrors)
        {
            text.Append(FormattableString.Invariant($"- and {attempt.Errors.Count - MostErrors} more\n"));
        }

        string answer = attempt.Answer.Content;
        return
        [
            new("assistant", answer.Length > LongestAnswer ? answer[..LongestAnswer] : answer),
            new("user", text.Append("Answer with the whole scenario again, with these mended and nothing else changed.").ToString()),
        ];
    }
}

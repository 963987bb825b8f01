using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs;

/// <summary>How joints moved, as records have it; what was recorded elsewhere stays in its file, whose digest is among the assets.</summary>
internal static class JointSettingsJson
{
    public static JsonObject? ToJson(JointSettings? joints) => joints is null ? null : new()
    {
        ["start"] = joints.Start,
        ["drive"] = joints.Drive == JointDriving.Servo ? "servo" : "kinematic",
        ["stiffness"] = joints.Stiffness,
        ["damping"] = joints.Damping,
        ["moves"] = new JsonArray([.. joints.Moves.Select(ToJson)]),
    };

    /// <exception cref="FormatException">A value that no run writes.</exception>
    public static JointSettings FromJson(JsonFields fields) => new(default(SourcePosition))
    {
        Start = fields.OptionalText("start"),
        Drive = fields.OneOf("drive", "kinematic", "servo") == "servo" ? JointDriving.Servo : JointDriving.Kinematic,
        Stiffness = fields.OptionalNumber("stiffness"),
        Damping = fields.OptionalNumber("damping"),
        Moves = fields.List("moves", (json, path) => MoveOf(new(json, path), path)),
    };

    /// <summary>The same with the trajectories that it names.</summary>
    public static JointSettings With(JointSettings joints, Func<string, JointTrajectory> load) =>
        joints with { Moves = [.. joints.Moves.Select(move => move is JointMove.Recorded recorded ? recorded with { Trajectory = load(recorded.File) } : move)] };

    private static JsonNode ToJson(JointMove move)
    {
        JsonObject json = move switch
        {
            JointMove.Hold hold => new() { ["kind"] = "hold", ["at"] = hold.At },
            JointMove.Sine sine => new() { ["kind"] = "sine", ["amplitude"] = sine.Amplitude, ["frequency_hz"] = sine.FrequencyHz, ["phase_deg"] = sine.PhaseDegrees, ["centre"] = sine.Centre },
            JointMove.PointToPoint go => new() { ["kind"] = "move", ["from"] = go.From, ["to"] = go.To, ["starts_at_s"] = go.StartSeconds, ["duration_s"] = go.DurationSeconds },
            JointMove.Recorded recorded => new() { ["kind"] = "trajectory", ["file"] = recorded.File, ["smooth"] = recorded.IsSmooth, ["starts_at_s"] = recorded.StartSeconds },
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };
        json["match"] = move.Match;
        return json;
    }

    private static JointMove MoveOf(JsonFields fields, string path)
    {
        string match = fields.Text("match");
        return fields.OneOf("kind", "hold", "sine", "move", "trajectory") switch
        {
            "hold" => new JointMove.Hold(match, default, path, fields.OptionalNumber("at")),
            "sine" => new JointMove.Sine(match, default, path)
            {
                Amplitude = fields.Number("amplitude"),
                FrequencyHz = fields.NonNegative("frequency_hz"),
                PhaseDegrees = fields.Number("phase_deg"),
                Centre = fields.OptionalNumber("centre"),
            },
            "move" => new JointMove.PointToPoint(match, default, path)
            {
                From = fields.OptionalNumber("from"),
                To = fields.Number("to"),
                StartSeconds = fields.Number("starts_at_s"),
                DurationSeconds = fields.Positive("duration_s"),
            },
            _ => new JointMove.Recorded(match, default, path) { File = fields.Text("file"), IsSmooth = fields.Truth("smooth"), StartSeconds = fields.Number("starts_at_s") },
        };
    }
}

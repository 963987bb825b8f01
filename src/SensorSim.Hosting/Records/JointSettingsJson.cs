using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Hosting.Records;

/// <summary>How joints moved, as records have it; what was recorded elsewhere stays in its file, whose digest is among the assets.</summary>
internal static class JointSettingsJson
{
    public static JsonObject? ToJson(JointSettings? joints) => joints is null ? null : new()
    {
        ["start"] = joints.Start,
        ["drive"] = joints.Drive == JointDriving.Servo ? "servo" : "kinematic",
        ["stiffness"] = joints.Stiffness,
        ["damping"] = joints.Damping,
        ["hands"] = new JsonArray([.. joints.Hands.Select(hand => new JsonObject { ["link"] = hand.Link, ["fingers"] = hand.Fingers })]),
        ["moves"] = new JsonArray([.. joints.Moves.Select(ToJson)]),
    };

    /// <exception cref="FormatException">A value that no run writes.</exception>
    public static JointSettings FromJson(JsonFields fields) => new(default(SourcePosition))
    {
        Start = fields.OptionalText("start"),
        Drive = fields.OneOf("drive", "kinematic", "servo") == "servo" ? JointDriving.Servo : JointDriving.Kinematic,
        Stiffness = fields.OptionalNumber("stiffness"),
        Damping = fields.OptionalNumber("damping"),
        Hands = fields.OptionalList("hands", (json, path) => new JsonFields(json, path)) is { } hands ? [.. hands.Select(hand => new HandSettings(hand.Text("link"), hand.OptionalText("fingers"), default))] : [],
        Moves = fields.List("moves", (json, path) => MoveOf(new(json, path), path)),
    };

    /// <summary>The same with the trajectories that it names.</summary>
    public static JointSettings With(JointSettings joints, Func<string, JointTrajectory> load) =>
        joints with { Moves = [.. joints.Moves.Select(move => move switch
        {
            JointMove.Recorded recorded => recorded with { Trajectory = load(recorded.File) },
            JointMove.Demonstrated shown => shown with { Recording = shown.Recording with { Trajectory = load(shown.Recording.File) } },
            _ => move,
        })] };

    private static JsonNode ToJson(JointMove move)
    {
        JsonObject json = move switch
        {
            JointMove.Hold hold => new() { ["kind"] = "hold", ["at"] = hold.At },
            JointMove.Sine sine => new() { ["kind"] = "sine", ["amplitude"] = sine.Amplitude, ["frequency_hz"] = sine.FrequencyHz, ["phase_deg"] = sine.PhaseDegrees, ["centre"] = sine.Centre },
            JointMove.PointToPoint go => new() { ["kind"] = "move", ["from"] = go.From, ["to"] = go.To, ["starts_at_s"] = go.StartSeconds, ["duration_s"] = go.DurationSeconds },
            JointMove.Recorded recorded => new() { ["kind"] = "trajectory", ["file"] = recorded.File, ["smooth"] = recorded.IsSmooth, ["starts_at_s"] = recorded.StartSeconds },
            JointMove.Demonstrated shown => ToJson(shown),
            _ => throw new ArgumentOutOfRangeException(nameof(move)),
        };
        json["match"] = move.Match;
        return json;
    }

    private static JointMove MoveOf(JsonFields fields, string path)
    {
        string match = fields.Text("match");
        return fields.OneOf("kind", "hold", "sine", "move", "trajectory", "demonstration") switch
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
            "demonstration" => DemonstratedOf(fields, new(match, default, path)),
            _ => new JointMove.Recorded(match, default, path) { File = fields.Text("file"), IsSmooth = fields.Truth("smooth"), StartSeconds = fields.Number("starts_at_s") },
        };
    }

    private static JsonObject ToJson(JointMove.Demonstrated shown) => new()
    {
        ["kind"] = "demonstration",
        ["file"] = shown.Recording.File,
        ["starts_at_s"] = shown.Recording.StartSeconds,
        ["id"] = shown.Id,
        ["hand"] = shown.Hand,
        ["speed_limit"] = shown.SpeedLimit,
        ["segments"] = new JsonArray([.. shown.Segments.Select(segment => new JsonObject { ["until_s"] = segment.UntilSeconds, ["object"] = segment.Object, ["symmetry"] = segment.Symmetry })]),
    };

    private static JointMove.Demonstrated DemonstratedOf(JsonFields fields, JointMove.Recorded recording) => new(recording.Match, default, recording.Key)
    {
        Recording = recording with { File = fields.Text("file"), IsSmooth = true, StartSeconds = fields.Number("starts_at_s") },
        Id = fields.Text("id"),
        Hand = fields.Text("hand"),
        SpeedLimit = fields.Positive("speed_limit"),
        Segments = fields.List("segments", (json, path) => SegmentOf(new(json, path))),
    };

    private static DemonstrationSegment SegmentOf(JsonFields fields) => new(fields.Number("until_s"), fields.OptionalText("object"), (int)fields.Integer("symmetry"), default);
}

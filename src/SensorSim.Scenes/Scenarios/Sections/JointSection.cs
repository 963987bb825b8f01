using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Scenarios.Joints;
using SensorSim.Scenes.Scenarios.Schema;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary><c>joints</c>: how robots move.</summary>
internal static class JointSection
{
    private const long MaximumBytes = 256 << 20;

    private static readonly NumberSchema s_position = new(new(-1e4, 1e4, "radians or metres"));

    private static readonly NumberSchema s_clock = new(PathSection.Clock);

    private static readonly MappingSchema s_sine = new(
        new("amplitude", s_position, "To each side of the middle.", "0.3") { IsRequired = true },
        new("frequency_hz", new NumberSchema(new(0, 1000, "hertz")), "Swings in a second.", "1.5") { IsRequired = true },
        new("phase_deg", new NumberSchema(NumberRange.Any with { Unit = "degrees" }), "When the episode begins: 0 is in the middle on the way up, 90 at the top.", "90") { Default = "0" },
        new("centre", s_position, "The middle; where the joint begins without it.", "0.65"));

    private static readonly MappingSchema s_move = new(
        new("to", s_position, "Where it goes.", "0.04") { IsRequired = true },
        new("from", s_position, "Where it comes from; where the joint begins without it.", "0"),
        new("starts_at_s", s_clock, "When it leaves, on the episode's clock.", "0.5") { Default = "0" },
        new("duration_s", new NumberSchema(NumberRange.Positive("seconds")), "How long it takes.", "0.8") { Default = "1" });

    private static readonly MappingSchema s_trajectory = new(
        new("file", new TextSchema("a .csv or .jsonl file"), "A table with the column time_s and one for each joint, radians and metres; relative to this file.", "pick.csv") { IsRequired = true },
        new("interpolation", new WordSchema("linear", "smooth"), "Straight between samples, or without corners.", "smooth") { Default = "linear" },
        new("starts_at_s", s_clock, "Where its time 0 is on the episode's clock.", "0.5") { Default = "0" });

    private static readonly MappingSchema s_segment = new(
        new("until_s", new NumberSchema(PathSection.Clock), "When it ends on the recording's clock; it begins where the one before ends.", "1.4") { IsRequired = true },
        new("object", new TextSchema($"the name of an object, or {DemonstrationSegment.World}"), $"What leads the hand; {DemonstrationSegment.World} is where it was shown. Without it, a way from the object before to the one behind.", "cube_1"),
        new("symmetry", new IntegerSchema(1, 360), "How often the object looks the same in one turn about the vertical.", "4") { Default = "1", Needs = "object" });

    private static readonly MappingSchema s_demonstration = new(
        new("file", new TextSchema("a .csv or .jsonl file"), "A trajectory of joints, or of the hand and what is beside its arm, and poses of objects where it has them; relative to this file.", "pick.csv") { IsRequired = true },
        new("hand", new TextSchema("the name of a link"), "The link that objects lead.", "arm_hand") { IsRequired = true },
        new("segments", new ListSchema(s_segment, "a list of { until_s: SECONDS, object: NAME }") { MinCount = 1, MaxCount = 100 }, "The pieces of the recording, each led by an object.", "[{ until_s: 0.8 }, { until_s: 2.3, object: cube_1 }]") { IsRequired = true },
        new("id", NameRule.Of("a name"), "Of the demonstration: what episodes have as their parent. Its file's name without it.", "pick_0017"),
        new("speed_limit", new NumberSchema(NumberRange.Positive("radians or metres per second")), "No joint of the arm may go faster.", "2") { Default = "3.1416" },
        new("starts_at_s", s_clock, "Where its beginning is on the episode's clock.", "0.5") { Default = "0" });

    private static readonly MappingSchema s_hand = new(
        new("link", new TextSchema("the name of a link"), "The link.", "arm_hand") { IsRequired = true },
        new("fingers", new TextSchema("a pattern over the names of joints"), "Its joints.", "\"finger_*\""));

    private static readonly MappingSchema s_item = new(
    [
        new("match", new TextSchema("a pattern over the names of joints, like *_knee"), "Which joints; all without it.", "\"*_knee\"") { Default = "\"*\"" },
        new("hold", s_position, "Stays at this position.", "0.4"),
        new("sine", s_sine, "Swings.", "{ amplitude: 0.3, frequency_hz: 1.5, phase_deg: 180 }"),
        new("move", s_move, "Goes from one position to another with as little jerk as can be.", "{ to: 0.04, starts_at_s: 1, duration_s: 0.5 }"),
        new("trajectory", new AlternativesSchema("a file, or { file: NAME, interpolation: smooth }", new TextSchema("a .csv or .jsonl file"), s_trajectory), "Follows what was recorded.", "{ file: pick.csv, interpolation: smooth }"),
        new("demonstration", s_demonstration, "Does what was shown, where each sample has its objects.", "{ file: pick.csv, hand: arm_hand, segments: [{ until_s: 0.8 }, { until_s: 2.3, object: cube_1 }] }"),
    ])
    {
        Groups = [new(IsRequired: true, "hold", "sine", "move", "trajectory", "demonstration")],
    };

    public static MappingSchema Schema { get; } = new(
        new("start", new TextSchema("the name of a keyframe of the model"), "The pose in which joints begin, one that the robot's model names; that of the file without it.", "ready"),
        new("drive", new WordSchema("kinematic", "servo"), "Whether links are exactly where their joints should be, or motors in the world of the physics take them there.", "servo") { Default = "kinematic" },
        new("stiffness", new NumberSchema(new(0, 1e9, "newton metres per radian, or newtons per metre")), "Of every servo; without it that of the model's actuators.", "200") { Needs = "drive" },
        new("damping", new NumberSchema(new(0, 1e9, "newton metre seconds per radian, or newton seconds per metre")), "Of every servo, beside the joint's own; without it that of the model's actuators.", "10") { Needs = "drive" },
        new("hands", new ListSchema(s_hand, "a list of { link: NAME, fingers: PATTERN }") { MaxCount = 100 }, "Hands of robots: records have their poses, and how far their fingers are open.", "[{ link: arm_hand, fingers: \"finger_*\" }]"),
        new("moves", new ListSchema(s_item, "a list of { match: PATTERN, … }"), "What joints do; of several entries for a joint the first one holds, and joints without one stay where they begin.", "[{ match: \"*_hip\", sine: { amplitude: 0.3, frequency_hz: 1.5 } }]"));

    /// <summary>Null without the section.</summary>
    public static JointSettings? Read(SectionReader scenario) => scenario.Section("joints") is not { } section ? null : new(section.Mapping.Position)
    {
        Start = section.Text("start"),
        StartPosition = section.Find("start")?.Position ?? section.Mapping.Position,
        Drive = section.Word("drive") == "servo" ? JointDriving.Servo : JointDriving.Kinematic,
        Stiffness = section.Number("stiffness"),
        Damping = section.Number("damping"),
        Hands = [.. section.Sections("hands").Select(hand => new HandSettings(hand.Text("link") ?? "", hand.Text("fingers"), hand.Mapping.Position))],
        Moves = [.. section.Sections("moves").Select(Move).OfType<JointMove>()],
    };

    private static JointMove? Move(SectionReader section)
    {
        string match = section.Text("match") ?? "*";
        SourcePosition position = section.Find("match")?.Position ?? section.Mapping.Position;
        return section.Has("hold") ? new JointMove.Hold(match, position, section.Path, section.Number("hold"))
            : section.Section("sine") is { } sine ? Sine(sine, new(match, position, section.Path))
            : section.Section("move") is { } move ? PointToPoint(move, new(match, position, section.Path))
            : section.Find("trajectory") is { } trajectory ? Recorded(section, trajectory, new(match, position, section.Path))
            : section.Section("demonstration") is { } demonstration ? Demonstrated(demonstration, new(match, position, section.Path))
            : null;
    }

    private static JointMove.Sine Sine(SectionReader section, JointMove.Sine move) => move with
    {
        Amplitude = section.Number("amplitude") ?? 0,
        FrequencyHz = section.Number("frequency_hz") ?? 0,
        PhaseDegrees = section.Number("phase_deg") ?? 0,
        Centre = section.Number("centre"),
    };

    private static JointMove.PointToPoint PointToPoint(SectionReader section, JointMove.PointToPoint move) => move with
    {
        To = section.Number("to") ?? 0,
        From = section.Number("from"),
        StartSeconds = section.Number("starts_at_s") ?? 0,
        DurationSeconds = section.Number("duration_s") ?? move.DurationSeconds,
    };

    private static JointMove.Demonstrated? Demonstrated(SectionReader section, JointMove.Recorded move)
    {
        JointMove.Recorded? recording = section.Find("file") is { } file ? WithFile(move with { IsSmooth = true, StartSeconds = section.Number("starts_at_s") ?? 0 }, file, section.PathOf("file"), section.Log) : null;
        return recording is null ? null : new(move.Match, move.Position, move.Key)
        {
            Recording = recording,
            Id = section.Text("id") ?? Path.GetFileNameWithoutExtension(recording.File),
            Hand = section.Text("hand") ?? "",
            HandPosition = section.Find("hand")?.Position ?? section.Mapping.Position,
            Segments = [.. section.Sections("segments").Select(one => new DemonstrationSegment(one.Number("until_s") ?? 0, one.Text("object"), (int)(one.Integer("symmetry") ?? 1), one.Mapping.Position))],
            SpeedLimit = section.Number("speed_limit") ?? Math.PI,
        };
    }

    private static JointMove.Recorded? Recorded(SectionReader section, LocatedNode node, JointMove.Recorded move)
    {
        (ReadingLog log, string path) = (section.Log, section.PathOf("trajectory"));
        SectionReader? more = node is LocatedMapping ? SectionReader.Of(node, path, s_trajectory, log) : null;
        LocatedNode? named = node is LocatedMapping ? more?.Find("file") : node;
        return named is null ? null : WithFile(move with { IsSmooth = more?.Word("interpolation") == "smooth", StartSeconds = more?.Number("starts_at_s") ?? 0 }, named, more is null ? path : more.PathOf("file"), log);
    }

    private static JointMove.Recorded? WithFile(JointMove.Recorded move, LocatedNode named, string path, ReadingLog log)
    {
        if (ScalarReader.Text(named, path, log, "a .csv or .jsonl file") is not { Length: > 0 } file)
        {
            return null;
        }

        string name = log.Relocate(file, named.Position);
        try
        {
            return move with { File = name, Trajectory = JointTrajectoryReader.Read(DataFile.Bytes(name, MaximumBytes, log), name) };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            log.Add(named, path, $"{file}: {e.Message}");
            return null;
        }
    }
}

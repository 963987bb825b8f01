using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Scenarios.Joints;
using static System.FormattableString;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>Takes a demonstration to where a sample has its objects, before anything moves: physics then says whether it holds.</summary>
internal sealed class DemonstrationAdaptation
{
    /// <summary>What a hand may miss and still do what was shown.</summary>
    private const double LargestMissMetres = 5e-4;

    private const double LargestMissRadians = 5e-3;

    private readonly JointMove.Demonstrated _shown;
    private readonly Recording _recording;

    /// <param name="scene">With joints.</param>
    /// <param name="shown">Without errors.</param>
    /// <param name="start">By place, where joints begin.</param>
    public DemonstrationAdaptation(Scene scene, JointMove.Demonstrated shown, IReadOnlyList<IReadOnlyList<double>> start) => (_shown, _recording) = (shown, new(scene, shown, start));

    /// <summary>By node, where everything was when it was shown.</summary>
    public IReadOnlyList<Matrix4x4d> Shown => _recording.NodeToWorld;

    /// <summary>Joint → its position when it begins, of those that it moves.</summary>
    public IReadOnlyDictionary<string, double> Beginning => Joints.Zip(First).ToDictionary(one => one.First.Name, one => one.Second, StringComparer.Ordinal);

    // Those of the arm first.
    private IEnumerable<ArticulatedJoint> Joints => [.. _recording.Arm.Joints, .. _recording.Others];

    private double[] First => [.. _recording.ArmAt(_recording.Times[0]), .. _recording.OthersAt(_recording.Times[0])];

    /// <param name="toWorld">By node, as the episode begins.</param>
    public AdaptedDemonstration For(IReadOnlyList<Matrix4x4d> toWorld)
    {
        ArmChain arm = _recording.Arm;
        Pose from = arm.BaseIn(toWorld), moved = from * _recording.Base.Inverse();
        Pose[] frames = SegmentFrames.Of(_recording, _shown.Segments, moved, node => Stretch.PoseOf(toWorld[node]));
        var path = new HandPath(_recording, _shown.Segments, frames, moved, arm.Hand(from, _recording.ArmAt(_recording.Times[0]), []));
        (List<double[]> rows, string? obstacle) = Follow(path, from);
        double[] times = obstacle is null ? TimesOf(path.Samples, rows) : [.. path.Samples.Select(sample => sample.Seconds)];
        var segments = _shown.Segments.Select((segment, i) => SegmentOf(i, frames[i], times[path.Segments[i].First], times[path.Segments[i].Last])).ToList();
        int kept = obstacle is null ? rows.Count : 1;
        return new(_shown.Id, new([.. Joints.Select(joint => joint.Name)], [.. times.Take(kept)], [.. rows.Take(kept)], [.. Enumerable.Range(1, kept)]), segments, obstacle) { StartSeconds = _shown.Recording.StartSeconds };
    }

    // A way on which a joint would be too fast takes longer as a whole, so that it stays even.
    private double[] TimesOf(IReadOnlyList<HandSample> samples, List<double[]> rows)
    {
        var longer = new Dictionary<int, double>();
        for (int i = 1; i < rows.Count; i++)
        {
            if (samples[i].Way is { } way)
            {
                (double speed, _) = FastestOf(rows[i - 1], rows[i], samples[i].Seconds - samples[i - 1].Seconds);
                longer[way] = Math.Max(longer.GetValueOrDefault(way, 1), speed / _shown.SpeedLimit);
            }
        }

        double[] times = new double[samples.Count];
        for (int i = 1; i < times.Length; i++)
        {
            times[i] = times[i - 1] + ((samples[i].Way is { } way ? longer[way] : 1) * (samples[i].Seconds - samples[i - 1].Seconds));
        }

        return times;
    }

    // An arm that is stretched out goes fast before it ends: that it ends is the reason then, and by how much it is short where it is farthest.
    private (List<double[]> Rows, string? Obstacle) Follow(HandPath path, Pose from)
    {
        var rows = new List<double[]> { First };
        (Reach Reach, HandSample Where)? worst = null;
        string? haste = null;
        for (int i = 1; i < path.Samples.Count; i++)
        {
            (HandSample before, HandSample now) = (path.Samples[i - 1], path.Samples[i]);
            double[] last = rows[^1][.._recording.Arm.Joints.Count];
            double[] shown = _recording.ArmAt(now.RecordedSeconds), shownBefore = _recording.ArmAt(before.RecordedSeconds);
            Reach reach = InverseKinematics.Of(_recording.Arm, from, now.Hand, [.. last.Select((position, joint) => position + shown[joint] - shownBefore[joint])]);
            worst = Missed(reach) && (worst is not { } known || reach.MissMetres > known.Reach.MissMetres) ? (reach, now) : worst;
            haste ??= now.Way is null && HasteOf(last, reach.Positions, now.Seconds - before.Seconds) is { } tooFast ? tooFast + When(now) : null;
            rows.Add([.. reach.Positions, .. _recording.OthersAt(now.RecordedSeconds)]);
        }

        return (rows, worst is { } missed ? Miss(missed.Reach) + When(missed.Where) : haste);
    }

    private string When(HandSample sample) => Invariant($" {(_shown.Segments.First(segment => sample.RecordedSeconds <= segment.UntilSeconds).Object is { } name ? $"where {name} leads it" : "on its way")} ({sample.RecordedSeconds:0.###} s into the recording)");

    private static bool Missed(Reach reach) => reach.MissMetres > LargestMissMetres || reach.MissRadians > LargestMissRadians;

    private string Miss(Reach reach) => Invariant($"out of reach: {_shown.Hand} ends {1000 * reach.MissMetres:0.#} mm and {reach.MissRadians * 180 / Math.PI:0.#}° from where it should be");

    private string? HasteOf(double[] before, double[] now, double seconds)
    {
        (double speed, ArticulatedJoint joint) = FastestOf(before, now, seconds);
        return speed > _shown.SpeedLimit ? Invariant($"too fast: {joint.Name} would go at {speed:0.##} {joint.Unit}/s, and its limit is {_shown.SpeedLimit:0.##}") : null;
    }

    private (double Speed, ArticulatedJoint Joint) FastestOf(double[] before, double[] now, double seconds) =>
        _recording.Arm.Joints.Select((joint, i) => (Speed: Math.Abs(now[i] - before[i]) / seconds, joint)).MaxBy(one => one.Speed);

    private AdaptedSegment SegmentOf(int segment, Pose frame, double begins, double ends)
    {
        string? name = _shown.Segments[segment].Object;
        Vector3d shown = name is not null && _recording.Nodes.TryGetValue(name, out int node) ? _recording.ObjectAt(node, SegmentFrames.BeginningOf(_recording, _shown.Segments, segment)).Position : Vector3d.Zero;
        bool isLed = name is not null;
        return new(name, begins, ends, isLed ? frame.Point(shown) - shown : Vector3d.Zero, isLed ? TurnDegrees(frame.Rotation) : 0);
    }

    // About an axis that points upwards.
    private static double TurnDegrees(Quaterniond rotation)
    {
        Vector3d turn = InverseKinematics.TurnBetween(Quaterniond.Identity, rotation);
        return (turn.Y < 0 ? -turn.Length : turn.Length) * 180 / Math.PI;
    }
}

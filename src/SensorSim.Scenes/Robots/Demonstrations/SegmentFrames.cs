using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>By what motion of space each segment goes from where it was shown to where it is done: that of its object.</summary>
internal static class SegmentFrames
{
    /// <summary>What moves less while the hand is busy was not moved by it.</summary>
    private const double MovedMetres = 0.005;

    private const double MovedRadians = 0.05;

    /// <param name="recording">What was shown.</param>
    /// <param name="segments">Of it.</param>
    /// <param name="moved">Base of the arm: by what it stands elsewhere than where it was shown.</param>
    /// <param name="start">Node → where an object is when the episode begins.</param>
    /// <returns>By segment; a way between two objects has the motion of the segment behind it, or at the end of the one before.</returns>
    public static Pose[] Of(Recording recording, IReadOnlyList<DemonstrationSegment> segments, Pose moved, Func<int, Pose> start)
    {
        var frames = new Pose?[segments.Count];
        for (int i = 0; i < segments.Count; i++)
        {
            frames[i] = segments[i].Object switch
            {
                null => null,
                DemonstrationSegment.World => Pose.Identity,
                { } name => FrameOf(recording, segments, frames, i, recording.Nodes[name], start),
            };
        }

        Pose last = frames.LastOrDefault(frame => frame is not null) ?? moved;
        for (int i = segments.Count - 1; i >= 0; i--)
        {
            last = frames[i] ?? last;
            frames[i] = last;
        }

        return [.. frames.Select(frame => frame!.Value)];
    }

    /// <summary>When a segment begins, on the recording's clock.</summary>
    public static double BeginningOf(Recording recording, IReadOnlyList<DemonstrationSegment> segments, int segment) => segment == 0 ? recording.Times[0] : segments[segment - 1].UntilSeconds;

    private static Pose FrameOf(Recording recording, IReadOnlyList<DemonstrationSegment> segments, Pose?[] frames, int segment, int node, Func<int, Pose> start)
    {
        Pose shown = recording.ObjectAt(node, BeginningOf(recording, segments, segment));
        for (int before = segment - 1; before >= 0; before--)
        {
            // What the hand itself has moved lies where that segment leaves it.
            if (frames[before] is { } frame && HasMoved(recording.ObjectAt(node, BeginningOf(recording, segments, before)), shown))
            {
                return frame;
            }
        }

        return Nearest(start(node), shown, segments[segment].Symmetry);
    }

    // Of an object that looks the same after a part of a turn about the vertical, the look that turns the hand least.
    private static Pose Nearest(Pose now, Pose shown, int symmetry) => Enumerable.Range(0, symmetry)
        .Select(look => new Pose(now.Position, Quaterniond.FromAxisAngle(Vector3d.UnitY, look * 2 * Math.PI / symmetry) * now.Rotation) * shown.Inverse())
        .MinBy(frame => InverseKinematics.TurnBetween(Quaterniond.Identity, frame.Rotation).Length);

    private static bool HasMoved(Pose before, Pose now) => (now.Position - before.Position).Length > MovedMetres || InverseKinematics.TurnBetween(before.Rotation, now.Rotation).Length > MovedRadians;
}

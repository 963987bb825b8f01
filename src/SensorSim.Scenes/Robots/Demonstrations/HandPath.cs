using SensorSim.Geometry;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>
/// Where the hand should be all along: in a segment with an object as the object leads it, on a way between two from where it was to where it must be, with a bridge wherever two segments do not meet.
/// After Mandlekar et al., "MimicGen", 2023 (segments by objects, bridges) and Xue et al., "DemoGen", 2025 (ways and skills).
/// </summary>
internal sealed class HandPath
{
    /// <summary>No two samples are farther apart.</summary>
    private const double StepSeconds = 0.02;

    private const double BridgeMetresPerSecond = 0.25;
    private const double BridgeRadiansPerSecond = 1.0;
    private const double Together = 1e-6;

    private readonly Recording _recording;
    private readonly List<HandSample> _samples = [];
    private double _elapsed;
    private int _ways;

    /// <param name="recording">What was shown.</param>
    /// <param name="segments">Of it.</param>
    /// <param name="frames">By what motion of space each segment goes.</param>
    /// <param name="moved">The same for the arm's base, with which the first way begins.</param>
    /// <param name="hand">Where the hand is when the episode begins.</param>
    public HandPath(Recording recording, IReadOnlyList<DemonstrationSegment> segments, Pose[] frames, Pose moved, Pose hand)
    {
        _recording = recording;
        double from = recording.Times[0];
        _samples.Add(new(0, from, hand, null));
        for (int i = 0; i < segments.Count; i++)
        {
            bool isWay = segments[i].Object is null;
            Pose first = isWay ? (i > 0 ? frames[i - 1] : moved) : frames[i];
            Bridge(first * recording.HandAt(from), from);
            int begins = _samples.Count - 1;
            Follow(from, segments[i].UntilSeconds, first, frames[i], isWay ? _ways++ : null);
            Segments.Add((begins, _samples.Count - 1));
            from = segments[i].UntilSeconds;
        }
    }

    /// <summary>In the order of time.</summary>
    public IReadOnlyList<HandSample> Samples => _samples;

    /// <summary>The samples with which each segment begins and ends.</summary>
    public List<(int First, int Last)> Segments { get; } = [];

    private void Follow(double from, double until, Pose first, Pose last, int? way)
    {
        double begins = _elapsed;
        foreach (double time in TimesBetween(from, until))
        {
            Pose shown = _recording.HandAt(time);
            _elapsed = begins + time - from;
            _samples.Add(new(_elapsed, time, first == last ? first * shown : Between(first * shown, last * shown, Eased((time - from) / (until - from))), way));
        }
    }

    private void Bridge(Pose to, double time)
    {
        Pose from = _samples[^1].Hand;
        double way = (to.Position - from.Position).Length, turn = InverseKinematics.TurnBetween(from.Rotation, to.Rotation).Length;
        if (way < Together && turn < Together)
        {
            return;
        }

        int steps = (int)Math.Ceiling(Math.Max(way / BridgeMetresPerSecond, turn / BridgeRadiansPerSecond) / StepSeconds) + 1;
        for (int i = 1; i <= steps; i++)
        {
            _elapsed += StepSeconds;
            _samples.Add(new(_elapsed, time, Between(from, to, Eased((double)i / steps)), _ways));
        }

        _ways++;
    }

    // The recording's own instants, and others between those that are far apart.
    private IEnumerable<double> TimesBetween(double from, double until)
    {
        double before = from;
        foreach (double time in _recording.Times.Where(time => time > from && time < until).Append(until))
        {
            int parts = Math.Max(1, (int)Math.Ceiling(((time - before) / StepSeconds) - 1e-9));
            for (int i = 1; i <= parts; i++)
            {
                yield return i == parts ? time : before + ((time - before) * i / parts);
            }

            before = time;
        }
    }

    private static double Eased(double s) => s * s * s * (10 - (15 * s) + (6 * s * s));

    private static Pose Between(Pose a, Pose b, double share)
    {
        Vector3d turn = InverseKinematics.TurnBetween(a.Rotation, b.Rotation);
        double angle = turn.Length;
        Quaterniond part = angle > 0 ? Quaterniond.FromAxisAngle((1 / angle) * turn, share * angle) : Quaterniond.Identity;
        return new(((1 - share) * a.Position) + (share * b.Position), (part * a.Rotation).Normalized());
    }
}

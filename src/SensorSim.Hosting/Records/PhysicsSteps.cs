using SensorSim.Datasets.Provenance;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Robots;

namespace SensorSim.Hosting.Records;

/// <summary>The label <c>steps</c>: a line of canonical JSON for each step of the physics engine.</summary>
internal static class PhysicsSteps
{
    /// <summary>Name of the output.</summary>
    public const string Output = "steps";

    /// <summary>An instant that is a step's but for rounding is that step's.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The steps that belong to a frame: after the labels' instant of the step before, up to its own. Where none is between them, or the simulation broke off before, the last one that there is.</summary>
    /// <param name="motion">What bodies and robots did.</param>
    /// <param name="previousSeconds">Null at the first frame, which has all steps from the beginning.</param>
    /// <param name="seconds">The instant of the labels.</param>
    public static byte[] Of(SimulatedMotion motion, double? previousSeconds, double seconds)
    {
        SimulatedEpisode episode = motion.Episode;
        BodyTrack track = episode.Track;
        int last = Math.Min(StepAt(seconds, track), track.Steps.Count - 1), first = Math.Min(previousSeconds is { } before ? StepAt(before, track) + 1 : 0, last);
        var json = new CanonicalJsonWriter();
        using var lines = new MemoryStream();
        for (int step = first; step <= last; step++)
        {
            json.Clear();
            Write(json, motion, step);
            lines.Write(json.Written.Span);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    private static int StepAt(double seconds, BodyTrack track) => (int)Math.Floor((seconds / track.StepSeconds) + Rounding);

    // Keys in canonical order.
    private static void Write(CanonicalJsonWriter json, SimulatedMotion motion, int step)
    {
        SimulatedEpisode episode = motion.Episode;
        double seconds = step * episode.Track.StepSeconds;
        IReadOnlyList<JointReading> joints = motion.JointsAt(seconds);
        json.BeginObject();
        if (joints.Count > 0)
        {
            json.Key("action");
            json.Numbers([.. motion.TargetsAt(seconds + episode.Track.StepSeconds).SelectMany(joint => joint.Position)]);
        }

        json.Key("bodies");
        json.BeginObject();
        foreach ((BodyNode body, int i) in episode.Bodies.Select((body, i) => (body, i)).OrderBy(one => one.body.Name, StringComparer.Ordinal))
        {
            json.Key(body.Name);
            Write(json, episode.Track.Steps[step].Bodies[i]);
        }

        json.EndObject();
        json.Key("contacts");
        json.BeginArray();
        foreach (BodyContact contact in episode.Track.Steps[step].Contacts)
        {
            Write(json, contact, episode.Names);
        }

        json.EndArray();
        if (motion.Hands.Count > 0)
        {
            WriteHands(json, motion, seconds);
        }

        if (joints.Count > 0)
        {
            json.Key("observation.state");
            json.Numbers([.. joints.SelectMany(joint => joint.Position)]);
        }

        json.Key("step");
        json.Integer(step);
        json.Key("time_s");
        json.Number(seconds);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, BodyState state)
    {
        Quaterniond turn = state.Pose.Rotation;
        json.BeginObject();
        Write(json, "angular_velocity_rad_s", state.AngularVelocity);
        Write(json, "linear_velocity_m_s", state.LinearVelocity);
        Write(json, "position_m", state.Pose.Position);
        json.Key("rotation_xyzw");
        json.Numbers([turn.X, turn.Y, turn.Z, turn.W]);
        json.EndObject();
    }

    private static void WriteHands(CanonicalJsonWriter json, SimulatedMotion motion, double seconds)
    {
        json.Key("end_effectors");
        json.BeginObject();
        foreach (HandReading hand in HandReading.Of(motion, seconds).OrderBy(hand => hand.Hand.Name, StringComparer.Ordinal))
        {
            json.Key(hand.Hand.Name);
            json.BeginObject();
            json.Key("gripper");
            json.Numbers(hand.Fingers);
            json.Key("pose");
            json.Numbers(RecordValues.NumbersOf(hand.Pose));
            json.EndObject();
        }

        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, BodyContact contact, IReadOnlyList<string> names)
    {
        json.BeginObject();
        json.Key("a");
        json.String(names[contact.BodyA]);
        json.Key("b");
        json.String(names[contact.BodyB]);
        json.Key("depth_m");
        json.Number(contact.DepthMetres);
        Write(json, "impulse_n_s", contact.Impulse);
        json.EndObject();
    }

    private static void Write(CanonicalJsonWriter json, string key, Vector3d v)
    {
        json.Key(key);
        json.Numbers([v.X, v.Y, v.Z]);
    }
}

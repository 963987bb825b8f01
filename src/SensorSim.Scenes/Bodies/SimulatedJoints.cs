using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Robots;

namespace SensorSim.Scenes.Bodies;

/// <summary>How joints of robots stand whose links move by forces.</summary>
/// <param name="world">With the joints.</param>
/// <param name="bodies">What moves by forces, in the order of the track.</param>
/// <param name="track">What it did.</param>
internal sealed class SimulatedJoints(WorldDescription world, IReadOnlyList<BodyNode> bodies, BodyTrack track)
{
    private readonly Dictionary<string, (JointDescription Joint, JointFrames Frames)> _joints = world.Joints.Select((joint, i) => (Joint: joint, Frames: new JointFrames(world, i))).ToDictionary(one => one.Joint.Name, StringComparer.Ordinal);
    private readonly Dictionary<int, int> _places = bodies.Select((body, i) => (body.Body, i)).ToDictionary();

    /// <summary>A joint at an instant; as it should be where it is none of the world's.</summary>
    /// <param name="target">Where it should be.</param>
    /// <param name="seconds">On the episode's clock.</param>
    public JointReading At(JointReading target, double seconds)
    {
        if (target.Start is not { } start || !target.Joint.IsScalar || !_joints.TryGetValue(target.Joint.Name, out (JointDescription Joint, JointFrames Frames) of))
        {
            return target;
        }

        JointState state = of.Frames.State(of.Frames.Parent is { } parent ? StateOf(parent, seconds) : null, StateOf(of.Frames.Child, seconds), target.Position[0] - start[0]);
        (double position, double velocity) = (start[0] + state.Position[0], state.Velocity[0]);
        double? effort = of.Joint.Servo?.ForceAt(position, velocity, target.Position[0], target.Velocity[0]);
        return target with { Position = [position], Velocity = [velocity], Effort = effort };
    }

    private BodyState StateOf(int body, double seconds)
    {
        if (!_places.TryGetValue(body, out int place))
        {
            return new(world.Bodies[body].Pose, world.Bodies[body].Pose.Position, default, default);
        }

        Pose pose = track.At(place, seconds);
        (Vector3d linear, Vector3d angular) = track.VelocityAt(place, seconds);
        return new(pose, pose.Point(world.Bodies[body].Mass?.Centre ?? default), linear, angular);
    }
}

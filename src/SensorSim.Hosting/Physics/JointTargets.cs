using SensorSim.Physics;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Robots;

namespace SensorSim.Hosting.Physics;

/// <summary>Where a scenario wants the servos of a world.</summary>
/// <param name="world">With joints.</param>
/// <param name="motion">Says where joints should be.</param>
internal sealed class JointTargets(WorldDescription world, ISceneMotion motion)
{
    private readonly (int Joint, int Place, double Start)[] _servos =
    [
        .. motion.JointsAt(0).Index().Where(reading => reading.Item is { Start: not null, Joint.IsScalar: true })
            .Select(reading => (Joint: world.Joints.Index().FirstOrDefault(joint => joint.Item.Name == reading.Item.Joint.Name && joint.Item.Servo is not null, (-1, null!)).Index, reading.Index, reading.Item.Start![0]))
            .Where(servo => servo.Joint >= 0),
    ];

    /// <summary>Whether motors act at all; those of a file keep the targets that they begin with.</summary>
    public bool Any { get; } = world.Joints.Any(joint => joint.Servo is not null);

    /// <summary>Gives all servos their targets for the end of the next step.</summary>
    public void Set(IPhysicsWorld stepped, double seconds)
    {
        IReadOnlyList<JointReading> wanted = _servos.Length > 0 ? motion.JointsAt(seconds) : [];
        foreach ((int joint, int place, double start) in _servos)
        {
            stepped.SetJointTarget(joint, wanted[place].Position[0] - start, wanted[place].Velocity[0]);
        }
    }
}

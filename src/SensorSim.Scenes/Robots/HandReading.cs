using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Motion;

namespace SensorSim.Scenes.Robots;

/// <summary>Where a hand is at an instant.</summary>
/// <param name="Hand">Which.</param>
/// <param name="Pose">Of its link, in world space.</param>
/// <param name="Fingers">Positions of its joints, rad or m.</param>
public readonly record struct HandReading(RobotHand Hand, Pose Pose, IReadOnlyList<double> Fingers)
{
    /// <summary>All hands of a cousin.</summary>
    /// <param name="motion">Of the cousin.</param>
    /// <param name="seconds">On the episode's clock.</param>
    public static IReadOnlyList<HandReading> Of(ISceneMotion motion, double seconds)
    {
        ArgumentNullException.ThrowIfNull(motion);
        if (motion.Hands.Count == 0)
        {
            return [];
        }

        IReadOnlyList<Matrix4x4d> toWorld = motion.At(seconds).NodeToWorld;
        ILookup<string, double> joints = motion.JointsAt(seconds).Where(joint => joint.Position.Count == 1).ToLookup(joint => joint.Joint.Name, joint => joint.Position[0], StringComparer.Ordinal);
        return [.. motion.Hands.Select(hand => new HandReading(hand, Stretch.PoseOf(toWorld[hand.Node]), [.. hand.Fingers.SelectMany(finger => joints[finger])]))];
    }
}

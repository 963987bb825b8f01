using SensorSim.Physics;
using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Robots;

/// <summary>The columns of trajectories.</summary>
internal static class JointColumns
{
    private static readonly string[] s_turn = ["qx", "qy", "qz", "qw"];

    private static readonly string[] s_pose = ["x", "y", "z", .. s_turn];

    /// <summary>What a joint's columns are called.</summary>
    public static string[] NamesOf(ArticulatedJoint joint) => joint.Type switch
    {
        JointType.Free => [.. s_pose.Select(part => $"{joint.Name}.{part}")],
        JointType.Ball => [.. s_turn.Select(part => $"{joint.Name}.{part}")],
        _ => [joint.Name],
    };

    /// <summary>The places of a joint's columns; null where the trajectory has none of them.</summary>
    public static int[]? Of(ArticulatedJoint joint, JointTrajectory trajectory)
    {
        int[] places = [.. NamesOf(joint).Select(name => trajectory.Columns.ToList().IndexOf(name))];
        return places.Contains(-1) ? null : places;
    }
}

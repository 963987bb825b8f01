using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Robots.Demonstrations;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Joints;
using static System.FormattableString;

namespace SensorSim.Scenes.Robots;

/// <summary>What of a scenario's joints does not fit its scene.</summary>
internal static class JointBinding
{
    /// <summary>Positions may be so much of a joint's range beyond it: what was measured is never exact.</summary>
    private const double Slack = 0.01;

    /// <summary>What is wrong, in the order of the file.</summary>
    /// <param name="settings">Of the scenario.</param>
    /// <param name="scene">With or without joints.</param>
    /// <param name="task">Of the scenario.</param>
    /// <param name="hasPhysics">Whether bodies move by forces.</param>
    public static IEnumerable<ScenarioError> Check(JointSettings? settings, Scene scene, TaskWords? task, bool hasPhysics)
    {
        if (settings is null)
        {
            return [];
        }

        Articulation robot = scene.Articulation;
        return robot.IsEmpty
            ? [new(settings.Position, "joints", "the scene has no joints", "a robot's model as the scene, or no such section")]
            : [.. Drive(settings, scene, hasPhysics), .. Start(settings, robot), .. RobotHand.Check(settings, scene), .. settings.Moves.SelectMany(move => move is JointMove.Demonstrated shown ? DemonstrationBinding.Check(shown, scene, task) : Move(move, settings, robot))];
    }

    private static IEnumerable<ScenarioError> Drive(JointSettings settings, Scene scene, bool hasPhysics)
    {
        if (settings.Drive != JointDriving.Servo)
        {
            return [];
        }

        IGrouping<int, ArticulatedJoint>? twice = scene.Articulation.Joints.GroupBy(joint => joint.Node).FirstOrDefault(joints => joints.Count() > 1);
        return !hasPhysics ? [new(settings.Position, "joints.drive", "servos move by forces, and the scenario has no physics", "physics: { backend: mujoco } beside it, or drive: kinematic")]
            : twice is null ? []
            : [new(settings.Position, "joints.drive", $"'{scene.Nodes[twice.Key].Name}' hangs on {twice.Count()} joints ({string.Join(", ", twice.Select(joint => joint.Name))}), and servos take one for each link", "drive: kinematic, or a model with a link between them")];
    }

    private static IEnumerable<ScenarioError> Start(JointSettings settings, Articulation robot)
    {
        string[] names = [.. robot.Keyframes.Select(key => key.Name)];
        return settings.Start is { } start && !names.Contains(start, StringComparer.Ordinal)
            ? [UnmatchedName.Error(settings.StartPosition, "joints.start", "keyframe of the model", start, names, example: right => $"start: {right}")]
            : [];
    }

    private static IEnumerable<ScenarioError> Move(JointMove move, JointSettings settings, Articulation robot)
    {
        (int Index, ArticulatedJoint Joint)[] joints = [.. robot.Joints.Index().Where(joint => GlobPattern.Matches(move.Match, joint.Item.Name))];
        if (joints.Length == 0)
        {
            return [UnmatchedName.Error(move.Position, $"{move.Key}.match", "joint of the scene", move.Match, [.. robot.Joints.Select(joint => joint.Name)], example: right => $"match: \"{right}\"")];
        }

        if (move is JointMove.Recorded recorded)
        {
            return Recorded(recorded, robot, [.. joints.Select(joint => joint.Joint)]);
        }

        return joints.All(joint => !joint.Joint.IsScalar)
            ? [new(move.Position, $"{move.Key}.match", $"'{joints[0].Joint.Name}' is a {joints[0].Joint.Type.ToString().ToLowerInvariant()} joint, which a trajectory alone moves", "a revolute or prismatic joint")]
            : joints.Where(joint => joint.Joint.IsScalar).SelectMany(joint => Positions(move, RobotMotion.StartOf(robot, settings)[joint.Index][0]).SelectMany(position => Limit(move, joint.Joint, position, "")));
    }

    private static IEnumerable<double> Positions(JointMove move, double start) => move switch
    {
        JointMove.Hold hold => hold.At is { } at ? [at] : [],
        JointMove.Sine sine => [(sine.Centre ?? start) - Math.Abs(sine.Amplitude), (sine.Centre ?? start) + Math.Abs(sine.Amplitude)],
        JointMove.PointToPoint go => [go.From ?? start, go.To],
        _ => [],
    };

    private static IEnumerable<ScenarioError> Limit(JointMove move, ArticulatedJoint joint, double position, string where)
    {
        (double lower, double upper) = (joint.Lower ?? double.NegativeInfinity, joint.Upper ?? double.PositiveInfinity);
        double slack = double.IsFinite(upper - lower) ? Slack * (upper - lower) : 0;
        return position < lower - slack || position > upper + slack
            ? [new(move.Position, move.Key, Invariant($"{where}'{joint.Name}' goes to {position:0.####} {joint.Unit}"), Invariant($"{lower:0.####} to {upper:0.####} {joint.Unit}"))]
            : [];
    }

    private static IEnumerable<ScenarioError> Recorded(JointMove.Recorded move, Articulation robot, ArticulatedJoint[] joints)
    {
        JointTrajectory trajectory = move.Trajectory!;
        string[] known = [.. robot.Joints.SelectMany(JointColumns.NamesOf)];
        ScenarioError[] unknown = move.Match == "*"
            ? [.. trajectory.Columns.Except(known, StringComparer.Ordinal).Select(column => UnmatchedName.Error(move.Position, $"{move.Key}.trajectory", $"joint of the scene for a column of {move.File}", column, known, example: right => $"the column {right}, or a match over the joints that are meant"))]
            : [];
        ArticulatedJoint[] driven = [.. joints.Where(joint => JointColumns.Of(joint, trajectory) is not null)];
        return driven.Length == 0 && unknown.Length == 0
            ? [new(move.Position, $"{move.Key}.trajectory", $"{move.File} has no column of a joint that matches '{move.Match}'", $"one of {string.Join(", ", joints.SelectMany(JointColumns.NamesOf))}")]
            : [.. unknown, .. driven.Where(joint => joint.IsScalar).SelectMany(joint => Beyond(move, trajectory, joint))];
    }

    // The first of each joint.
    internal static IEnumerable<ScenarioError> Beyond(JointMove.Recorded move, JointTrajectory trajectory, ArticulatedJoint joint)
    {
        int column = JointColumns.Of(joint, trajectory)![0];
        return trajectory.Values.Index().SelectMany(sample => Limit(move, joint, sample.Item[column], Invariant($"{move.File}, line {trajectory.Lines[sample.Index]}: "))).Take(1);
    }
}

using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Joints;
using static System.FormattableString;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>What of a demonstration does not fit its scene.</summary>
internal static class DemonstrationBinding
{
    /// <summary>A written instant is the recording's last one but for rounding.</summary>
    private const double Rounding = 1e-9;

    /// <summary>What is wrong, in the order of the file.</summary>
    public static IEnumerable<ScenarioError> Check(JointMove.Demonstrated shown, Scene scene, TaskWords? task)
    {
        string key = $"{shown.Key}.demonstration";
        if (task is not { Success.Count: > 0 })
        {
            return [new(shown.Position, key, "the scenario does not say what success is, and an episode is kept only when it did what was shown", "the key success of task") { Example = "task: { verb: pick, object: cube, success: [{ object: cube, raised_m: 0.1 }] }" }];
        }

        if (RobotLinks.NodeOf(scene, shown.Hand) is null)
        {
            string[] links = [.. RobotLinks.NamesIn(scene)];
            return [UnmatchedName.Error(shown.HandPosition, $"{key}.hand", "link of a robot", shown.Hand, links, example: right => $"hand: {right}")];
        }

        ArticulatedJoint[] arm = [.. DemonstratedJoints.ArmOf(shown, scene).Select(place => scene.Articulation.Joints[place])];
        return arm.Length == 0
            ? [new(shown.HandPosition, $"{key}.hand", $"no joint that matches '{shown.Match}' moves '{shown.Hand}'", "a link at the end of an arm")]
            : [.. Columns(shown, scene, key, arm), .. scene.Articulation.Joints.Where(joint => joint.IsScalar && GlobPattern.Matches(shown.Match, joint.Name) && JointColumns.Of(joint, shown.Recording.Trajectory!) is not null).SelectMany(joint => JointBinding.Beyond(shown.Recording, shown.Recording.Trajectory!, joint)), .. shown.Segments.Index().SelectMany(segment => Segment(shown, scene, key, segment.Index))];
    }

    private static IEnumerable<ScenarioError> Columns(JointMove.Demonstrated shown, Scene scene, string key, ArticulatedJoint[] arm)
    {
        JointTrajectory recording = shown.Recording.Trajectory!;
        ArticulatedJoint[] missing = [.. arm.Where(joint => JointColumns.Of(joint, recording) is null)];
        bool hasHand = JointColumns.Of(Recording.PoseColumns(shown.Hand, 0), recording) is not null;
        string[] poses = [.. SceneNames.Of(scene).Objects.Select(thing => thing.Name).Concat(scene.Articulation.Joints.Select(joint => scene.Nodes[joint.Node].Name).OfType<string>()).Append(shown.Hand).Distinct(StringComparer.Ordinal).SelectMany(name => JointColumns.NamesOf(Recording.PoseColumns(name, 0)))];
        string[] known = [.. scene.Articulation.Joints.SelectMany(JointColumns.NamesOf), .. poses];
        return missing.Length > 0 && !(hasHand && missing.Length == arm.Length)
            ? [new(shown.Position, $"{key}.file", $"{shown.Recording.File} has no column of {string.Join(", ", missing.Select(joint => joint.Name))}", $"a column for each joint of the arm, or of none and {string.Join(", ", JointColumns.NamesOf(Recording.PoseColumns(shown.Hand, 0)))}")]
            : recording.Columns.Except(known, StringComparer.Ordinal).Select(column => UnmatchedName.Error(shown.Position, $"{key}.file", $"joint or object of the scene for a column of {shown.Recording.File}", column, known));
    }

    private static IEnumerable<ScenarioError> Segment(JointMove.Demonstrated shown, Scene scene, string key, int index)
    {
        DemonstrationSegment segment = shown.Segments[index];
        IReadOnlyList<double> times = shown.Recording.Trajectory!.TimesSeconds;
        double begins = index == 0 ? times[0] : shown.Segments[index - 1].UntilSeconds;
        if (!(segment.UntilSeconds > begins) || segment.UntilSeconds > times[^1] + Rounding)
        {
            yield return new(segment.Position, Invariant($"{key}.segments[{index}].until_s"), Invariant($"{segment.UntilSeconds} s is no later instant of {shown.Recording.File}"), Invariant($"above {begins:0.######} and at most {times[^1]:0.######}"));
        }

        if (segment.Object is { } name && name != DemonstrationSegment.World && SceneNames.Of(scene).Objects.All(thing => thing.Name != name))
        {
            yield return UnmatchedName.Error(segment.Position, Invariant($"{key}.segments[{index}].object"), "object of the scene", name, [.. SceneNames.Of(scene).Objects.Select(thing => thing.Name), DemonstrationSegment.World], example: right => $"object: {right}");
        }
    }
}

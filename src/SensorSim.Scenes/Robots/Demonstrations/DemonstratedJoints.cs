using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>Which joints a demonstration moves.</summary>
internal static class DemonstratedJoints
{
    /// <summary>Whether a joint, by its place in the scene, may serve the hand.</summary>
    public static Func<int, bool> DrivenBy(JointMove.Demonstrated shown, Scene scene)
    {
        HashSet<int> coupled = [.. scene.Articulation.Couplings.Select(coupling => coupling.Joint)];
        return place => scene.Articulation.Joints[place] is { IsScalar: true } joint && !coupled.Contains(place) && GlobPattern.Matches(shown.Match, joint.Name);
    }

    /// <summary>The places of the joints between the base and the hand that may serve it, in the order of the scene.</summary>
    public static IReadOnlyList<int> ArmOf(JointMove.Demonstrated shown, Scene scene)
    {
        Func<int, bool> isDriven = DrivenBy(shown, scene);
        HashSet<int> above = [.. RobotLinks.Upwards(scene, RobotLinks.NodeOf(scene, shown.Hand))];
        return [.. Enumerable.Range(0, scene.Articulation.Joints.Count).Where(place => isDriven(place) && above.Contains(scene.Articulation.Joints[place].Node))];
    }

    /// <summary>The joints of the hand's arm and those beside it that the recording has.</summary>
    public static IReadOnlySet<int> Of(JointMove.Demonstrated shown, Scene scene) => ArmOf(shown, scene)
        .Concat(scene.Articulation.Joints.Index().Where(joint => joint.Item.IsScalar && GlobPattern.Matches(shown.Match, joint.Item.Name) && JointColumns.Of(joint.Item, shown.Recording.Trajectory!) is not null).Select(joint => joint.Index))
        .ToHashSet();
}

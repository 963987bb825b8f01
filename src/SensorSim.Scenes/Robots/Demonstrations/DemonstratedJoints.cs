using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Scenarios;

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

    /// <summary>The joints of the hand's arm and those beside it that the recording has.</summary>
    public static IReadOnlySet<int> Of(JointMove.Demonstrated shown, Scene scene)
    {
        Func<int, bool> isDriven = DrivenBy(shown, scene);
        HashSet<int> above = [];
        for (int? node = Recording.NodeOf(scene, shown.Hand); node is { } at; node = scene.Nodes[at].Parent)
        {
            above.Add(at);
        }

        return scene.Articulation.Joints.Index().Where(joint => joint.Item.IsScalar && GlobPattern.Matches(shown.Match, joint.Item.Name) && ((isDriven(joint.Index) && above.Contains(joint.Item.Node)) || Columns(joint.Item, shown))).Select(joint => joint.Index).ToHashSet();
    }

    private static bool Columns(ArticulatedJoint joint, JointMove.Demonstrated shown) => JointColumns.Of(joint, shown.Recording.Trajectory!) is not null;
}

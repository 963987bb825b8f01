using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Names;

namespace SensorSim.Scenes.Robots;

/// <summary>The links of a scene's robots, by their names and joints.</summary>
internal static class RobotLinks
{
    /// <summary>The node of an object or a link.</summary>
    public static int? NodeOf(Scene scene, string name) =>
        SceneNames.Of(scene).Objects.FirstOrDefault(thing => thing.Name == name)?.Node ?? scene.Nodes.Index().Where(node => node.Item.Name == name && node.Item.InScene).Select(node => (int?)node.Index).FirstOrDefault();

    /// <summary>A node and all above it, upwards.</summary>
    public static IEnumerable<int> Upwards(Scene scene, int? from)
    {
        for (int? at = from; at is { } one; at = scene.Nodes[one].Parent)
        {
            yield return one;
        }
    }

    /// <summary>What moves by revolute and sliding joints, those at the end of an arm first.</summary>
    public static IEnumerable<string> NamesIn(Scene scene)
    {
        ILookup<int, ArticulatedJoint> joints = scene.Articulation.Joints.Where(joint => joint.IsScalar).ToLookup(joint => joint.Node);
        return scene.Nodes.Index().Where(node => node.Item is { Name: not null, InScene: true })
            .Select(node => (node.Item.Name, Joints: Upwards(scene, node.Index).Sum(at => joints[at].Count())))
            .Where(link => link.Joints > 0).OrderByDescending(link => link.Joints).Select(link => link.Name!).Distinct(StringComparer.Ordinal);
    }
}

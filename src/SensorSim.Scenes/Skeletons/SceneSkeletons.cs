using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Skeletons;

/// <summary>
/// The keypoints of a scene's objects: points that a mesh's node lists in <c>extras.keypoints</c>, nodes that <c>extras.keypoint</c> names, and
/// the joints of skins — of a skin some of whose joints are named so, those alone. A bone joins a node to the nearest keypoint above it.
/// </summary>
public sealed class SceneSkeletons
{
    private readonly Scene _scene;
    private readonly KeypointOwners _owners;

    private SceneSkeletons(Scene scene, IReadOnlyList<Instance> instances) => (_scene, _owners) = (scene, new(scene, instances));

    /// <summary>By instance id; objects without a keypoint are left out.</summary>
    /// <exception cref="FormatException">Extras that cannot be understood; the message has their JSON path.</exception>
    public static IReadOnlyList<ObjectSkeleton> Of(Scene scene, IReadOnlyList<Instance> instances)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(instances);
        var skeletons = new SceneSkeletons(scene, instances);
        return [.. instances.Select(skeletons.Of).Where(skeleton => skeleton.Keypoints.Count > 0)];
    }

    private ObjectSkeleton Of(Instance instance)
    {
        Keypoint[] listed = [.. KeypointExtras.PointsOf(_scene, instance.Node)];
        Keypoint[] points = WithUniqueNames([.. listed, .. NodesOf(instance)]);
        return new(instance.Id, points, [.. NamedBones(instance, points), .. Bones(points, listed.Length)]);
    }

    private IEnumerable<Keypoint> NodesOf(Instance instance)
    {
        IReadOnlyList<int> joints = _scene.Nodes[instance.Node].Skin is int skin ? _scene.Skins[skin].Joints : [];
        bool areNamed = joints.Any(joint => KeypointExtras.NameOf(_scene, joint) is not null);
        IEnumerable<Keypoint> ofSkin = joints.Select(joint => (Node: joint, Name: KeypointExtras.NameOf(_scene, joint) ?? (areNamed ? null : JointName(joint))))
            .Where(joint => joint.Name is not null)
            .Select(joint => new Keypoint(joint.Name!, joint.Node, Vector3d.Zero));
        IEnumerable<Keypoint> others = Enumerable.Range(0, _scene.Nodes.Count)
            .Where(node => !joints.Contains(node) && KeypointExtras.NameOf(_scene, node) is not null && _owners.Of(node).Contains(instance.Id))
            .Select(node => new Keypoint(KeypointExtras.NameOf(_scene, node)!, node, Vector3d.Zero));
        return ofSkin.Concat(others);
    }

    private string JointName(int joint) => _scene.Nodes[joint].Name ?? FormattableString.Invariant($"joint_{joint}");

    private IEnumerable<SkeletonEdge> NamedBones(Instance instance, Keypoint[] points)
    {
        int IndexOf(string name) => Array.FindIndex(points, point => point.Name == name) is >= 0 and var index
            ? index
            : throw KeypointExtras.NoSuchKeypoint(instance.Node, name, points.Select(point => point.Name));
        return KeypointExtras.BonesOf(_scene, instance.Node).Select(bone => new SkeletonEdge(IndexOf(bone.From), IndexOf(bone.To)));
    }

    private IEnumerable<SkeletonEdge> Bones(Keypoint[] points, int first)
    {
        Dictionary<int, int> byNode = points.Index().Skip(first).ToDictionary(point => point.Item.Node, point => point.Index);
        foreach ((int node, int index) in byNode)
        {
            for (int? above = _scene.Nodes[node].Parent; above is int parent; above = _scene.Nodes[parent].Parent)
            {
                if (byNode.TryGetValue(parent, out int from))
                {
                    yield return new(from, index);
                    break;
                }
            }
        }
    }

    private static Keypoint[] WithUniqueNames(Keypoint[] points)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return Array.ConvertAll(points, point =>
        {
            string name = point.Name;
            for (int suffix = 2; !taken.Add(name); suffix++)
            {
                name = FormattableString.Invariant($"{point.Name}_{suffix}");
            }

            return point with { Name = name };
        });
    }
}

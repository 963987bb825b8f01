using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Skeletons;

/// <summary>Which objects a node's point belongs to: the nearest of the node and its ancestors that is an object, or a joint of objects.</summary>
internal sealed class KeypointOwners
{
    private readonly Scene _scene;
    private readonly Dictionary<int, int[]> _byNode;

    public KeypointOwners(Scene scene, IReadOnlyList<Instance> instances)
    {
        _scene = scene;
        IEnumerable<(int Node, int Id)> joints = instances
            .Where(instance => scene.Nodes[instance.Node].Skin is not null)
            .SelectMany(instance => scene.Skins[scene.Nodes[instance.Node].Skin!.Value].Joints.Select(joint => (joint, instance.Id)));
        _byNode = joints.GroupBy(joint => joint.Node).ToDictionary(group => group.Key, group => group.Select(joint => joint.Id).Distinct().ToArray());
        foreach (Instance instance in instances)
        {
            _byNode[instance.Node] = [instance.Id];
        }
    }

    /// <summary>Instance ids; empty for a node that belongs to no object.</summary>
    public IReadOnlyList<int> Of(int node)
    {
        for (int? at = node; at is int index; at = _scene.Nodes[index].Parent)
        {
            if (_byNode.TryGetValue(index, out int[]? ids))
            {
                return ids;
            }
        }

        return [];
    }
}

using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Skeletons;

/// <summary>
/// The skeletons that follow when nodes are moved. glTF draws a skinned mesh where its joints are, whatever its own node says; so that a moved object is also
/// seen to move, the joints of its skin make the same move, with all that hangs on them.
/// </summary>
internal sealed class CarriedSkeletons
{
    private readonly Scene _scene;
    private readonly IReadOnlySet<int> _moved;
    private readonly ILookup<int, int> _children;
    private readonly List<Part> _parts = [];

    private CarriedSkeletons(Scene scene, IReadOnlySet<int> moved)
    {
        (_scene, _moved) = (scene, moved);
        _children = scene.Nodes.Index().Where(node => node.Item.Parent is not null).ToLookup(node => node.Item.Parent!.Value, node => node.Index);
    }

    /// <summary>The uppermost joints that follow.</summary>
    public IEnumerable<int> Joints => _parts.Select(part => part.Joint);

    /// <summary>What follows when some nodes are moved; null for nothing.</summary>
    /// <param name="scene">Whose nodes.</param>
    /// <param name="moved">Nodes that are moved beside their animation.</param>
    public static CarriedSkeletons? Of(Scene scene, IReadOnlySet<int> moved)
    {
        if (scene.Skins.Count == 0 || moved.Count == 0)
        {
            return null;
        }

        var carried = new CarriedSkeletons(scene, moved);
        carried.Collect();
        return carried._parts.Count > 0 ? carried : null;
    }

    /// <summary>A skinned node that would be seen to move with another although it is not part of it; null for none.</summary>
    public static int? SharedWith(Scene scene, int node)
    {
        if (Of(scene, new HashSet<int> { node }) is not { } carried)
        {
            return null;
        }

        HashSet<int> along = [.. carried._parts.SelectMany(part => part.Nodes)];
        return carried.Skinned().Where(other => !along.Contains(other) && !carried.PathTo(other).Contains(node) && scene.Skins[scene.Nodes[other].Skin!.Value].Joints.Any(along.Contains)).Cast<int?>().FirstOrDefault();
    }

    /// <summary>Moves the joints, and all that hangs on them, as their meshes are moved.</summary>
    /// <param name="unmoved">By node: to the world without the moves.</param>
    /// <param name="worlds">By node: to the world with them; changed here.</param>
    public void Follow(IReadOnlyList<Matrix4x4d> unmoved, Matrix4x4d[] worlds)
    {
        foreach (Part part in _parts)
        {
            if (unmoved[part.Mesh].Determinant3x3 == 0 || (part.Above is { } flat && worlds[flat].Determinant3x3 == 0))
            {
                continue;
            }

            Matrix4x4d shared = part.Above is { } above ? unmoved[above] * worlds[above].InverseAffine() : Matrix4x4d.Identity;
            Matrix4x4d move = worlds[part.Mesh] * unmoved[part.Mesh].InverseAffine() * shared;
            foreach (int node in part.Nodes)
            {
                worlds[node] = move * worlds[node];
            }
        }
    }

    private void Collect()
    {
        var taken = new HashSet<int>();
        foreach (int mesh in Skinned())
        {
            List<int> toMesh = PathTo(mesh);
            foreach (int joint in TopsOf(_scene.Skins[_scene.Nodes[mesh].Skin!.Value]).Where(joint => !taken.Contains(joint)))
            {
                List<int> toJoint = PathTo(joint);
                int common = toMesh.Zip(toJoint).TakeWhile(pair => pair.First == pair.Second).Count();
                int start = toMesh.FindIndex(common, _moved.Contains);
                if (start >= 0)
                {
                    int[] nodes = [.. Below(joint, except: toMesh[start]).Where(taken.Add)];
                    _parts.Add(new(mesh, joint, common > 0 ? toMesh[common - 1] : null, nodes));
                }
            }
        }
    }

    private IEnumerable<int> Skinned() => _scene.Nodes.Index().Where(node => node.Item is { Mesh: not null, Skin: not null, InScene: true }).Select(node => node.Index);

    // Joints that hang on no other joint of the skin, the upper ones first.
    private IEnumerable<int> TopsOf(Skin skin)
    {
        HashSet<int> joints = [.. skin.Joints];
        return joints.Select(joint => (Joint: joint, Path: PathTo(joint))).Where(one => one.Path.Count(joints.Contains) == 1).OrderBy(one => one.Path.Count).Select(one => one.Joint);
    }

    // From the root on, the node last.
    private List<int> PathTo(int node)
    {
        var path = new List<int>();
        for (int? at = node; at is { } here; at = _scene.Nodes[here].Parent)
        {
            path.Add(here);
        }

        path.Reverse();
        return path;
    }

    private IEnumerable<int> Below(int node, int except)
    {
        var pending = new Stack<int>([node]);
        while (pending.TryPop(out int next))
        {
            if (next == except)
            {
                continue;
            }

            yield return next;
            foreach (int child in _children[next])
            {
                pending.Push(child);
            }
        }
    }

    /// <param name="Mesh">The skinned node that is moved, or hangs on one that is.</param>
    /// <param name="Joint">An uppermost joint of its skin.</param>
    /// <param name="Above">The lowest node above both; null for none.</param>
    /// <param name="Nodes">What follows: the joint and what hangs on it.</param>
    private sealed record Part(int Mesh, int Joint, int? Above, int[] Nodes);
}

using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Gltf.Extensions.RigidBodies;

/// <summary>Reads <c>joint</c>: the frames are the nodes themselves, the kind follows from what the limits leave free.</summary>
internal sealed class JointReader(GltfDocument document, Scene scene, GltfWarnings warnings)
{
    private readonly GltfArray _descriptions = KhrPhysicsRigidBodies.Array(document, "physicsJoints");
    private readonly List<(int Node, int Connected, JsonCursor At, JsonCursor Description)> _joints = [];

    /// <param name="node">Its index.</param>
    /// <param name="own">Its extension.</param>
    public void Add(int node, JsonCursor own)
    {
        if (own.Find("joint") is not { } at)
        {
            return;
        }

        int connected = at.Get("connectedNode").Index(document.Nodes);
        if (connected == node)
        {
            throw at.Get("connectedNode").Error("the joint connects the node with itself; name another node");
        }

        if (at.Flag("enableCollision"))
        {
            warnings.Add($"{at.Path}: enableCollision was left out: bodies that a joint connects do not touch each other.");
        }

        _joints.Add((node, connected, at, _descriptions[at.Get("joint").Index(_descriptions)]));
    }

    /// <summary>The joints that hold something of these bodies.</summary>
    public IReadOnlyList<SceneJoint> Between(ScenePhysics physics)
    {
        var joints = new List<SceneJoint>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int node, int connected, JsonCursor at, JsonCursor description) in _joints)
        {
            JointFreedom? freedom = JointFreedom.Read(description, warnings);
            if (physics.BodyOf(scene, node) == physics.BodyOf(scene, connected))
            {
                warnings.Add($"{at.Path}: both nodes belong to one body, or both stand still; the joint was left out.");
            }
            else if (freedom is null)
            {
                warnings.Add($"{at.Path}: what {description.Path} leaves free is none of fixed, revolute, prismatic, ball and free; the joint was left out.");
            }
            else
            {
                SceneJoint joint = freedom.Between(UniqueName(node, description, taken), node, connected) with { Drives = [.. description.Items("drives").Select(DriveReader.Read)] };
                WarnOfDrives(joint, at, description);
                joints.Add(joint);
            }
        }

        return joints;
    }

    private void WarnOfDrives(SceneJoint joint, JsonCursor at, JsonCursor description)
    {
        int unused = joint.Drives.Count - (joint.Drive is null ? 0 : 1);
        if (unused > 0)
        {
            string type = joint.Type.ToString().ToLowerInvariant(), why = joint.Drive is not null ? "a joint has one motor" : joint.Type is JointType.Revolute or JointType.Prismatic ? $"the {type} joint is not free there" : $"a {type} joint has no motor";
            warnings.Add(FormattableString.Invariant($"{at.Path}: {unused} of {joint.Drives.Count} drives of {description.Path} {(unused == 1 ? "was" : "were")} left out: {why}."));
        }
    }

    private string UniqueName(int node, JsonCursor description, HashSet<string> taken)
    {
        string name = scene.Nodes[node].Name ?? description.Text("name") ?? FormattableString.Invariant($"joint_{node}"), candidate = name;
        for (int suffix = 2; !taken.Add(candidate); suffix++)
        {
            candidate = FormattableString.Invariant($"{name}_{suffix}");
        }

        return candidate;
    }
}

using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Composition;

/// <summary>
/// Puts what moves in itself into another scene, a robot or a file of several bodies: its nodes, joints and bodies come behind what is there, below a node with its name. A robot brings lamps and cameras along, and leaves the surroundings of its model behind.
/// </summary>
internal static class TreeMerge
{
    /// <summary>Whether a fragment has to stay as it is.</summary>
    public static bool IsNeededFor(Scene fragment) => !fragment.Articulation.IsEmpty || FragmentBodies.AreSeveral(fragment);

    /// <param name="scene">Keeps its indices.</param>
    /// <param name="part">As its file or model has it.</param>
    /// <param name="added">Its name and place; names of nodes, joints and keyframes begin with that name and a slash.</param>
    /// <exception cref="CompositionException">A file has a mesh that deforms.</exception>
    public static Scene Append(Scene scene, Scene part, AddedObject added)
    {
        (int first, int meshes, int lights, int cameras) = (scene.Nodes.Count + 1, scene.Meshes.Count, scene.Lights.Count, scene.Cameras.Count);
        bool isRobot = !part.Articulation.IsEmpty;
        HashSet<int> left = [.. part.Articulation.Surroundings];
        Quaterniond turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, added.YawDegrees * (Math.PI / 180));
        double scale = isRobot ? 1 : added.Scale;
        var root = new Node(added.Name, null, Matrix4x4d.FromTrs(added.At, turn, new(scale, scale, scale)), null, null, null, null, InScene: true);
        Scene merged = SceneMerge.AppendMeshes(scene, part);
        return merged with
        {
            Nodes = [.. merged.Nodes, root, .. (isRobot ? part.Nodes : part.Nodes.Select((node, i) => OfFile(part, node, i, added))).Select((node, i) => node with
            {
                Name = node.Name is { } name ? NameOf(added, name) : null,
                Parent = node.Parent is { } parent ? parent + first : first - 1,
                Mesh = left.Contains(i) ? null : node.Mesh + meshes,
                Light = left.Contains(i) ? null : node.Light + lights,
                Camera = node.Camera + cameras,
            })],
            Lights = isRobot ? [.. merged.Lights, .. part.Lights] : merged.Lights,
            Cameras = isRobot ? [.. merged.Cameras, .. part.Cameras] : merged.Cameras,
            Physics = PhysicsMerge.Joined(merged.Physics, part.Physics, (first, part.Nodes.Count), meshes, name => NameOf(added, name), left),
            Articulation = Joined(merged.Articulation, part.Articulation, added, first),
        };
    }

    private static string NameOf(AddedObject added, string name) => $"{added.Name}/{name}";

    // Named as in a scene of its own, labelled by its own category where it has one, and without lamps and cameras.
    private static Node OfFile(Scene part, Node node, int index, AddedObject added)
    {
        Mesh? mesh = node is { Mesh: not null, InScene: true } ? FlattenedMesh.Rigid(part, node, added.Item) : null;
        var extras = (JsonObject?)node.Extras?.DeepClone() ?? [];
        extras.TryAdd("category", added.Category);
        return node with { Name = node.Name ?? mesh?.Name ?? FormattableString.Invariant($"node_{index}"), Light = null, Camera = null, Extras = mesh is null ? node.Extras : extras };
    }

    private static Articulation Joined(Articulation scene, Articulation robot, AddedObject added, int first)
    {
        int joints = scene.Joints.Count;
        return scene with
        {
            Joints = [.. scene.Joints, .. robot.Joints.Select(joint => joint with { Name = NameOf(added, joint.Name), Node = joint.Node + first })],
            Roots = [.. scene.Roots, .. robot.Roots.Select(root => root + first)],
            Couplings = [.. scene.Couplings, .. robot.Couplings.Select(one => one with { Joint = one.Joint + joints, Of = one.Of + joints })],
            Actuators = [.. scene.Actuators, .. robot.Actuators.Select(one => one with { Name = NameOf(added, one.Name), Joint = one.Joint + joints })],
            Keyframes =
            [
                .. scene.Keyframes.Select(key => key with { Positions = [.. key.Positions, .. robot.Joints.Select(joint => joint.Zero)] }),
                .. robot.Keyframes.Select(key => new ModelKeyframe(NameOf(added, key.Name), [.. scene.Joints.Select(joint => joint.Zero), .. key.Positions])),
            ],
        };
    }
}

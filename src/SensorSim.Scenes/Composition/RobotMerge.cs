using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Composition;

/// <summary>Puts a robot into another scene: its links, joints, bodies and cameras come behind what is there, below a node with its name; the surroundings of its model stay behind.</summary>
internal static class RobotMerge
{
    /// <param name="scene">Keeps its indices.</param>
    /// <param name="robot">As its model has it.</param>
    /// <param name="added">Its name and place; names of links, joints and keyframes begin with that name and a slash.</param>
    public static Scene Append(Scene scene, Scene robot, AddedObject added)
    {
        (int first, int meshes, int materials, int lights, int cameras) = (scene.Nodes.Count + 1, scene.Meshes.Count, scene.Materials.Count, scene.Lights.Count, scene.Cameras.Count);
        HashSet<int> left = [.. robot.Articulation.Surroundings];
        Quaterniond turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, added.YawDegrees * (Math.PI / 180));
        var root = new Node(added.Name, null, Matrix4x4d.FromTrs(added.At, turn, new(1, 1, 1)), null, null, null, null, InScene: true);
        Scene merged = SceneMerge.AppendMaterials(scene, robot);
        return merged with
        {
            Nodes = [.. merged.Nodes, root, .. robot.Nodes.Select((node, i) => node with
            {
                Name = node.Name is { } name ? NameOf(added, name) : null,
                Parent = node.Parent is { } parent ? parent + first : first - 1,
                Mesh = left.Contains(i) ? null : node.Mesh + meshes,
                Light = left.Contains(i) ? null : node.Light + lights,
                Camera = node.Camera + cameras,
            })],
            Meshes = [.. merged.Meshes, .. robot.Meshes.Select(mesh => mesh with { Primitives = [.. mesh.Primitives.Select(part => part with { Material = part.Material + materials })] })],
            Lights = [.. merged.Lights, .. robot.Lights],
            Cameras = [.. merged.Cameras, .. robot.Cameras],
            Physics = Joined(merged.Physics, robot.Physics, left, first, meshes),
            Articulation = Joined(merged.Articulation, robot.Articulation, added, first),
        };
    }

    private static string NameOf(AddedObject added, string name) => $"{added.Name}/{name}";

    private static ScenePhysics Joined(ScenePhysics scene, ScenePhysics robot, HashSet<int> left, int first, int meshes) => scene with
    {
        Bodies = scene.Bodies.Concat(robot.Bodies.Select(body => KeyValuePair.Create(body.Key + first, body.Value))).ToDictionary(),
        Colliders = [.. scene.Colliders, .. robot.Colliders.Where(collider => !left.Contains(collider.Node)).Select(collider => collider with
        {
            Node = collider.Node + first,
            Shape = collider.Shape is MeshShape shape ? shape with { Parts = [.. shape.Parts.Select(part => (part.Mesh + meshes, part.ToNode))] } : collider.Shape,
        })],
    };

    private static Articulation Joined(Articulation scene, Articulation robot, AddedObject added, int first)
    {
        int joints = scene.Joints.Count;
        return scene with
        {
            Joints = [.. scene.Joints, .. robot.Joints.Select(joint => joint with { Name = NameOf(added, joint.Name), Node = joint.Node + first })],
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

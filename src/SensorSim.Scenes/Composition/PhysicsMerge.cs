using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Composition;

/// <summary>What a scene says of bodies, with what a part says that was put behind it.</summary>
internal static class PhysicsMerge
{
    /// <param name="scene">Of the whole so far.</param>
    /// <param name="part">Of the part, by its own indices.</param>
    /// <param name="nodes">The part's first node in the whole, and how many it has.</param>
    /// <param name="firstMesh">The part's first mesh in the whole.</param>
    /// <param name="nameOf">What a joint of the part is called in the whole.</param>
    /// <param name="left">Nodes of the part that stay behind.</param>
    public static ScenePhysics Joined(ScenePhysics scene, ScenePhysics part, (int First, int Count) nodes, int firstMesh, Func<string, string> nameOf, IReadOnlySet<int> left) => part.IsEmpty ? scene : scene with
    {
        Bodies = scene.Bodies.Concat(part.Bodies.Select(body => KeyValuePair.Create(body.Key + nodes.First, body.Value))).ToDictionary(),
        Colliders = [.. scene.Colliders, .. part.Colliders.Where(collider => !left.Contains(collider.Node)).Select(collider => collider with
        {
            Node = collider.Node + nodes.First,
            Shape = collider.Shape is MeshShape shape ? shape with { Parts = [.. shape.Parts.Select(one => (one.Mesh + firstMesh, one.ToNode))] } : collider.Shape,
        })],
        Joints = [.. scene.Joints, .. part.Joints.Select(joint => joint with { Name = nameOf(joint.Name), Child = joint.Child + nodes.First, Parent = joint.Parent + nodes.First })],
        Added = part.Colliders.Count > 0 ? [.. scene.Added, (nodes.First, nodes.First + nodes.Count)] : scene.Added,
    };
}

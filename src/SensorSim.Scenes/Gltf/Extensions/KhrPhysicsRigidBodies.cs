using SensorSim.Scenes.Gltf.Extensions.RigidBodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>
/// KHR_physics_rigid_bodies: bodies, their colliders and joints. Its draft of 2024, in which a collider's geometry may be a node, and that of 2025, in which it is a mesh.
/// What backends do not have is told: triggers, collision filters, rules of combination, soft limits.
/// </summary>
internal static class KhrPhysicsRigidBodies
{
    public const string Name = "KHR_physics_rigid_bodies";

    /// <param name="document">The document.</param>
    /// <param name="scene">With its nodes and meshes.</param>
    /// <param name="warnings">Of what is left out.</param>
    /// <exception cref="GltfException">A value that no body can have.</exception>
    public static ScenePhysics Read(GltfDocument document, Scene scene, GltfWarnings warnings)
    {
        var motions = new MotionReader(warnings);
        var colliders = new ColliderReader(document, scene, warnings);
        var joints = new JointReader(document, scene, warnings);
        var bodies = new Dictionary<int, SceneBody>();
        foreach ((int node, JsonCursor at) in document.Nodes.All())
        {
            if (at.Find("extensions")?.Find(Name) is not { } own)
            {
                continue;
            }

            if (own.Find("motion") is { } motion)
            {
                bodies[node] = motions.Read(motion);
            }

            colliders.Add(node, own);
            joints.Add(node, own);
        }

        var physics = new ScenePhysics { Bodies = bodies, Colliders = colliders.Colliders, NodeCount = scene.Nodes.Count };
        return physics with { Joints = joints.Between(physics) };
    }

    /// <summary>One of the extension's top-level arrays.</summary>
    public static GltfArray Array(GltfDocument document, string name) => new(name, document.Root.Find("extensions")?.Find(Name)?.Items(name) ?? []);
}

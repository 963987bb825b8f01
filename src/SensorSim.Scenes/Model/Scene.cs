using SensorSim.Geometry;
using SensorSim.Scenes.Model.Physics;
using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Model;

/// <summary>A scene as read: immutable, in metres, right-handed, +Y up. Lists are indexed as in the glTF document, with what the reader adds behind.</summary>
public sealed record Scene(
    string Name,
    IReadOnlyList<Node> Nodes,
    IReadOnlyList<Mesh> Meshes,
    IReadOnlyList<Material> Materials,
    IReadOnlyList<Texture> Textures,
    IReadOnlyList<Image> Images,
    IReadOnlyList<Light> Lights,
    IReadOnlyList<Camera> Cameras)
{
    public IReadOnlyList<Skin> Skins { get; init; } = [];

    public IReadOnlyList<Animation> Animations { get; init; } = [];

    /// <summary>Names of the looks that <see cref="MaterialVariants"/> can give it.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>What its nodes may show in place of their own meshes.</summary>
    public SceneShapes Shapes { get; init; } = SceneShapes.None;

    /// <summary>What the file itself says of bodies.</summary>
    public ScenePhysics Physics { get; init; } = ScenePhysics.None;

    /// <summary>The joints of its robots.</summary>
    public Articulation Articulation { get; init; } = Articulation.None;

    /// <summary>What the reader left out or guessed, one sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Node-to-world transforms from local ones, in node order. Parents may come after their children.</summary>
    public Matrix4x4d[] WorldTransforms(IReadOnlyList<Matrix4x4d> local)
    {
        ArgumentNullException.ThrowIfNull(local);
        var world = new Matrix4x4d?[Nodes.Count];
        for (int node = 0; node < Nodes.Count; node++)
        {
            Resolve(node);
        }

        return Array.ConvertAll(world, w => w!.Value);

        // Iterative, because a chain of nodes may be deeper than the stack.
        void Resolve(int node)
        {
            var pending = new Stack<int>();
            for (int? n = node; n is int i && world[i] is null; n = Nodes[i].Parent)
            {
                pending.Push(i);
            }

            while (pending.TryPop(out int i))
            {
                world[i] = Nodes[i].Parent is int parent ? world[parent]!.Value * local[i] : local[i];
            }
        }
    }
}

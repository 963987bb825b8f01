using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Emitters;

/// <summary>
/// What of a scene glows, as few emitters that light the rest. Found on the processor, when a frame first asks for it, and kept while nothing moves.
/// </summary>
internal sealed class EmissiveGeometry(Scene scene, IReadOnlyList<Instance> instances)
{
    /// <summary>Each has a shadow map of six sides.</summary>
    public const int Most = 8;

    /// <summary>What gives less than this share of all the light that glows lights nothing.</summary>
    private const double LeastShare = 1e-3;

    private readonly Dictionary<int, EmissionMap> _maps = [];
    private readonly Dictionary<(Primitive, Vector3, TextureBinding?), IReadOnlyList<EmissiveCluster>> _clusters = [];
    private (SceneInstance Of, IReadOnlyList<Emitter> Emitters)? _last;

    /// <summary>The strongest emitters of a cousin; none where it asks for none, or where there is nothing else to be lit.</summary>
    public IReadOnlyList<Emitter> Of(SceneInstance instance)
    {
        if (!instance.EmissiveLights)
        {
            return [];
        }

        if (_last is not { } last || !GlowsAlike(last.Of, instance))
        {
            _last = last = (instance, Strongest([.. All(instance)]));
        }

        return last.Emitters;
    }

    private static bool GlowsAlike(SceneInstance a, SceneInstance b) =>
        ReferenceEquals(a.NodeToWorld, b.NodeToWorld) && ReferenceEquals(a.Shapes, b.Shapes) && ReferenceEquals(a.Materials, b.Materials);

    private static IReadOnlyList<Emitter> Strongest(Emitter[] emitters)
    {
        double total = emitters.Sum(emitter => emitter.Flux);
        return [.. emitters.Where(emitter => emitter.Flux > LeastShare * total).OrderByDescending(emitter => emitter.Flux).Take(Most)];
    }

    private IEnumerable<Emitter> All(SceneInstance instance)
    {
        (Instance Placed, Mesh Mesh)[] shown = [.. instances.Where(placed => instance.MeshOf(placed.Node) is not null).Select(placed => (placed, scene.Meshes[instance.MeshOf(placed.Node)!.Value]))];
        int[] slots = [.. shown.SelectMany(item => item.Mesh.Primitives).Select(SlotOf).Distinct()];
        foreach ((Instance placed, Mesh mesh) in slots.Length > 1 ? shown : [])
        {
            Matrix4x4d toWorld = instance.NodeToWorld[placed.Node];
            Vector3 scale = ScaleOf(toWorld);
            foreach (Primitive primitive in mesh.Primitives.Where(primitive => Glows(primitive, instance) && toWorld.Determinant3x3 != 0))
            {
                Material material = instance.Materials[SlotOf(primitive)];
                foreach (EmissiveCluster cluster in ClustersOf(primitive, scale, material.EmissiveTexture))
                {
                    yield return Emitter.Of(cluster, toWorld * Matrix4x4d.FromTrs(Vector3d.Zero, Quaterniond.Identity, new(1 / scale.X, 1 / scale.Y, 1 / scale.Z)), material, SlotOf(primitive));
                }
            }
        }
    }

    // Where vertices of skins and morph targets are is known to the device alone.
    private bool Glows(Primitive primitive, SceneInstance instance) => !primitive.IsDeformable && SlotOf(primitive) < instance.Materials.Count
        && instance.Materials[SlotOf(primitive)] is { Unlit: false } material && material.Emissive != Vector3.Zero;

    private IReadOnlyList<EmissiveCluster> ClustersOf(Primitive primitive, Vector3 scale, TextureBinding? texture)
    {
        if (!_clusters.TryGetValue((primitive, scale, texture), out IReadOnlyList<EmissiveCluster>? clusters))
        {
            _clusters.Add((primitive, scale, texture), clusters = EmissivePatches.ClustersOf(primitive, scale, texture, texture is null ? null : MapOf(scene.Textures[texture.Texture].Image)));
        }

        return clusters;
    }

    // Three digits: what turns keeps its clusters.
    private static Vector3 ScaleOf(in Matrix4x4d toWorld) => new(Rounded(toWorld.ColumnX.Length), Rounded(toWorld.ColumnY.Length), Rounded(toWorld.ColumnZ.Length));

    private static float Rounded(double length) => (float)Math.Pow(10, Math.Round(Math.Log10(Math.Max(length, 1e-9)), 3));

    private EmissionMap MapOf(int image)
    {
        if (!_maps.TryGetValue(image, out EmissionMap? map))
        {
            _maps.Add(image, map = new(scene.Images[image]));
        }

        return map;
    }

    private int SlotOf(Primitive primitive) => primitive.Material ?? scene.Materials.Count;
}

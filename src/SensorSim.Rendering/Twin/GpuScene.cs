using SensorSim.Rendering.Emitters;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Twin;

/// <summary>A twin on the device: what all its cousins share.</summary>
internal sealed class GpuScene : IDisposable
{
    private readonly int[] _byMesh;

    public GpuScene(Device device, ResourceLayout materialLayout, ResourceLayout layersLayout, UploadRing uploads, Scene scene, TextureFiltering filtering)
    {
        Scene = scene;
        CullsTriangles = device.IsSoftware && device.Features is { BufferInt64Atomics: true, StorageImageExtendedFormats: true };
        Instances = SceneInstances.Of(scene);
        Geometry = new(device, uploads, scene);
        NamedTriangles = device.IsSoftware ? new(device, uploads, scene, Geometry) : null;
        Textures = new(device, materialLayout, layersLayout, uploads, scene, filtering);
        Deformables = DeformableMeshes.Of(device, uploads, scene, Instances, Geometry, NamedTriangles);
        Emitters = new(scene, Instances);
        MeshBounds = [.. scene.Meshes.Select(Bounds.Of)];
        HasVertexColors = [.. Enumerable.Range(0, scene.Materials.Count + 1).Select(slot => ColorsIn(scene, slot))];
        _byMesh = [.. Enumerable.Range(0, Instances.Count).OrderBy(index => Instances[index].Mesh).ThenBy(index => index)];
    }

    public Scene Scene { get; }

    /// <summary>Whether small triangles are culled and rasterized by compute shaders, which is for software devices.</summary>
    public bool CullsTriangles { get; }

    /// <summary>Labelled objects; object index = instance id − 1.</summary>
    public IReadOnlyList<Instance> Instances { get; }

    public GeometryBuffers Geometry { get; }

    /// <summary>For devices that number primitives slowly.</summary>
    public NamedTriangles? NamedTriangles { get; }

    /// <summary>What may change its shape; null when nothing does.</summary>
    public DeformableMeshes? Deformables { get; }

    /// <summary>What glows and lights the rest, found when a cousin asks for it.</summary>
    public EmissiveGeometry Emitters { get; }

    public TextureStore Textures { get; }

    /// <summary>Boxes in mesh space, undeformed; null for a mesh without vertices.</summary>
    public Bounds?[] MeshBounds { get; }

    /// <summary>Whether primitives with a material slot have vertex colours.</summary>
    public bool[] HasVertexColors { get; }

    /// <summary>Materials and, last, glTF's default one.</summary>
    public int MaterialSlots => Scene.Materials.Count + 1;

    /// <summary>Indices of the objects that a cousin has, sorted by mesh, so that objects of one mesh are drawn together.</summary>
    public IEnumerable<int> ByMesh(SceneInstance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return instance.Shapes.Count == 0
            ? _byMesh
            : _byMesh.Where(index => MeshOf(index, instance) is not null).OrderBy(index => MeshOf(index, instance)).ThenBy(index => index);
    }

    /// <summary>The mesh that an object shows; null when the cousin does not have it.</summary>
    public int? MeshOf(int index, SceneInstance instance) => instance.Shapes.Count == 0 ? Instances[index].Mesh : instance.MeshOf(Instances[index].Node);

    /// <summary>The box around an object in its node's space; null for one that the cousin does not have, and for a mesh without vertices.</summary>
    public Bounds? BoundsOf(int index, SceneInstance instance) => MeshOf(index, instance) is not { } mesh || MeshBounds[mesh] is not { } bounds ? null
        : instance.DeformedMeshes.TryGetValue(Instances[index].Node, out DeformedMesh? deformed) ? Bounds.Of(deformed.Min, deformed.Max)
        : bounds;

    public void Dispose()
    {
        Textures.Dispose();
        Deformables?.Dispose();
        NamedTriangles?.Dispose();
        Geometry.Dispose();
    }

    private static bool ColorsIn(Scene scene, int slot) =>
        scene.Meshes.SelectMany(mesh => mesh.Primitives).Any(primitive => (primitive.Material ?? scene.Materials.Count) == slot && primitive.Colors is not null);
}

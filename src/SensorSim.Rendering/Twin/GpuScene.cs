using SensorSim.Rendering.Emitters;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Twin;

/// <summary>A twin on the device: what all its cousins share.</summary>
internal sealed class GpuScene : IDisposable
{
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
        InstancesByMesh = [.. Enumerable.Range(0, Instances.Count).OrderBy(index => Instances[index].Mesh).ThenBy(index => index)];
    }

    public Scene Scene { get; }

    /// <summary>Whether small triangles are culled and rasterized by compute shaders, which is for software devices.</summary>
    public bool CullsTriangles { get; }

    /// <summary>Labelled objects; object index = instance id − 1.</summary>
    public IReadOnlyList<Instance> Instances { get; }

    /// <summary>Object indices sorted by mesh, so that objects of one mesh are drawn together.</summary>
    public int[] InstancesByMesh { get; }

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

    /// <summary>The box around an object in its node's space; null for a mesh without vertices.</summary>
    public Bounds? BoundsOf(int index, SceneInstance instance)
    {
        Instance placed = Instances[index];
        return instance.DeformedMeshes.TryGetValue(placed.Node, out DeformedMesh? mesh) && MeshBounds[placed.Mesh] is not null
            ? Bounds.Of(mesh.Min, mesh.Max)
            : MeshBounds[placed.Mesh];
    }

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

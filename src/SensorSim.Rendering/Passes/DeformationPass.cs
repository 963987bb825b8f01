using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>
/// Moves the vertices of everything that deforms to where they are at the frame's instant, in the vertex streams themselves. Frames run one
/// after the other on the device, so that no frame needs vertices of its own.
/// </summary>
internal sealed class DeformationPass : IDisposable
{
    private const int Group = 64;

    private static readonly ResourceState[] Readers = [ResourceState.ShaderSampled, ResourceState.VertexBuffer, ResourceState.ShaderStorageRead];

    private readonly PassContext _context;
    private readonly ResourceLayout _layout;
    private readonly ResourceSet?[] _sets;
    private readonly Lazy<(ComputePipeline Deform, ComputePipeline Flat, ComputePipeline Named)> _pipelines;
    private SceneInstance? _posed;

    public DeformationPass(PassContext context, int framesInFlight)
    {
        _context = context;
        _layout = new(context.Device, [.. Enumerable.Range(0, 10).Select(binding => new ResourceBinding(binding, ResourceKind.StorageBuffer, ShaderStage.Compute))]);
        _sets = new ResourceSet?[framesInFlight];
        _pipelines = new(() => (Create("passes/deform.comp"), Create("passes/deform_flat.comp"), Create("passes/deform_named.comp")));
    }

    /// <summary>Records nothing when nothing deforms, or when all lies as it did.</summary>
    public void Record(CommandRecorder recorder, SceneInstance instance, GpuScene scene, FrameBuffers buffers, int slot)
    {
        if (scene.Deformables is not { } deformables || ReferenceEquals(_posed?.DeformedMeshes, instance.DeformedMeshes))
        {
            return;
        }

        _posed = instance;
        ResourceSet set = Bind(_sets[slot] ??= new(_context.Device, _layout), deformables, scene, buffers);
        foreach (ResourceState reader in Readers)
        {
            recorder.Barrier(reader, ResourceState.ShaderStorageWrite);
        }

        Dispatch(recorder, _pipelines.Value.Deform, set, deformables.Primitives.Select(p => (p.Deformable, p.Deformable.VertexCount)));
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        Dispatch(recorder, _pipelines.Value.Flat, set, deformables.Primitives.Where(p => p.IsFlat).Select(p => (p.Deformable, p.Deformable.TriangleCount)));
        Dispatch(recorder, _pipelines.Value.Named, set, deformables.Primitives.Select(p => (p.Deformable, p.Deformable.NamedCount)));
        foreach (ResourceState reader in Readers)
        {
            recorder.Barrier(ResourceState.ShaderStorageWrite, reader);
        }
    }

    public void Dispose()
    {
        if (_pipelines.IsValueCreated)
        {
            _pipelines.Value.Deform.Dispose();
            _pipelines.Value.Flat.Dispose();
            _pipelines.Value.Named.Dispose();
        }

        foreach (ResourceSet? set in _sets)
        {
            set?.Dispose();
        }

        _layout.Dispose();
    }

    private static ResourceSet Bind(ResourceSet set, DeformableMeshes deformables, GpuScene scene, FrameBuffers buffers) => set
        .Set(0, deformables.Bound)
        .Set(1, deformables.Displacements)
        .Set(2, deformables.Influences)
        .Set(3, buffers.Deformations.Buffer)
        .Set(4, scene.Geometry.Positions.Buffer)
        .Set(5, scene.Geometry.Normals.Buffer)
        .Set(6, scene.Geometry.Tangents.Buffer)
        .Set(7, scene.Geometry.Triangles.Buffer)
        .Set(8, scene.NamedTriangles?.Vertices ?? deformables.Bound)
        .Set(9, scene.NamedTriangles?.Sources ?? deformables.Bound);

    private static void Dispatch(CommandRecorder recorder, ComputePipeline pipeline, ResourceSet set, IEnumerable<(Deformable Deformable, uint Count)> primitives)
    {
        recorder.Bind(pipeline);
        recorder.Bind(0, set);
        foreach ((Deformable deformable, uint count) in primitives.Where(primitive => primitive.Count > 0))
        {
            recorder.PushConstants(deformable);
            recorder.Dispatch(((int)count + Group - 1) / Group);
        }
    }

    private ComputePipeline Create(string shader) => new(_context.Device, new()
    {
        Name = shader,
        Shader = _context.Shaders.Get(shader),
        ResourceLayouts = [_layout],
        PushConstantBytes = System.Runtime.InteropServices.Marshal.SizeOf<Deformable>(),
    });
}

using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Leaves of a view's solid triangles those that can cover a sample, placed on the image, in their order.</summary>
internal sealed class CullPass : IDisposable
{
    private const int Group = 64;
    private const ulong VertexBytes = 20;
    private const ulong KeptBytes = 12;

    /// <summary>Pixels along the longer side of the largest triangle that is left to <see cref="MicropolygonPass"/>.</summary>
    private const float LargestMicropolygon = 6;

    private static readonly ResourceState[] Readers = [ResourceState.VertexBuffer, ResourceState.IndirectArguments, ResourceState.ShaderStorageWrite];

    private readonly PassContext _context;
    private readonly ResourceLayout _layout;
    private readonly ResourceSet[] _sets;
    private readonly Dictionary<(bool HasFourSamples, bool HasMicropolygons), ComputePipeline> _count = [];
    private readonly ComputePipeline _place;
    private readonly ComputePipeline _write;
    private DeviceBuffer _kept;
    private DeviceBuffer _vertices;
    private DeviceBuffer _draws;
    private int _slot;

    public CullPass(PassContext context, int framesInFlight)
    {
        _context = context;
        _layout = new(
            context.Device,
            new ResourceBinding(0, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new ResourceBinding(1, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(2, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(3, ResourceKind.StorageBuffer, ShaderStage.Compute));
        _sets = [.. Enumerable.Range(0, framesInFlight).Select(_ => new ResourceSet(context.Device, _layout))];
        _place = Create("passes/cull_place.comp", SpecializationConstants.None);
        _write = Create("passes/cull_write.comp", SpecializationConstants.None);
        _kept = Storage(256, BufferUsage.None, "kept triangles");
        _vertices = Storage(256, BufferUsage.Vertex, "culled vertices");
        _draws = Storage(256, BufferUsage.Indirect, "culled draws");
    }

    /// <summary>Vertices of what is kept: x, y and w of clip space, instance id, triangle.</summary>
    public static IReadOnlyList<VertexLayout> Layout { get; } =
        [new((int)VertexBytes, [new(0, PixelFormat.R32G32B32Float, 0), new(1, PixelFormat.R32G32UInt, 12)])];

    public static int RangeBytes { get; } = Marshal.SizeOf<Range>();

    /// <summary>Clusters and what is kept of them, for compute shaders.</summary>
    public ResourceLayout ResourceLayout => _layout;

    /// <summary>Makes room for a frame's views.</summary>
    public void Prepare(FramePlan frame, FrameBuffers buffers, int slot)
    {
        _slot = slot;
        CullPlan[] plans = [.. frame.Views.Select(view => view.Cull).OfType<CullPlan>()];
        if (plans.Length == 0)
        {
            return;
        }

        Require(ref _kept, KeptBytes * (ulong)plans.Max(plan => plan.ClusterCount), BufferUsage.None, "kept triangles");
        Require(ref _vertices, 3 * VertexBytes * (ulong)plans.Max(plan => plan.TriangleCount), BufferUsage.Vertex, "culled vertices");
        Require(ref _draws, 16 * (ulong)plans.Max(plan => plan.BatchCount), BufferUsage.Indirect, "culled draws");
        _sets[slot].Set(0, buffers.Clusters.View).Set(1, _kept).Set(2, _vertices).Set(3, _draws);
    }

    /// <summary>Records nothing for a view that is not culled.</summary>
    /// <param name="view">The view.</param>
    /// <param name="hasFourSamples">Keeps what covers one of four samples, too; else what covers a pixel's centre.</param>
    public void Record(ViewRecording view, bool hasFourSamples)
    {
        if (view.View.Cull is not { } plan)
        {
            return;
        }

        foreach (ResourceState reader in Readers)
        {
            view.Recorder.Barrier(reader, ResourceState.ShaderStorageWrite);
        }

        int groups = (plan.ClusterCount + Group - 1) / Group;
        foreach ((ComputePipeline pipeline, int size) in ((ComputePipeline, int)[])[(CountOf(hasFourSamples, MicropolygonPass.Suits(view.View)), groups), (_place, 1), (_write, groups)])
        {
            view.Bind(pipeline);
            BindClusters(view);
            view.Recorder.Dispatch(size);
            view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        }

        foreach (ResourceState reader in Readers)
        {
            view.Recorder.Barrier(ResourceState.ShaderStorageWrite, reader);
        }
    }

    /// <summary>Binds the clusters of a view that is culled as set 1, and says which are its own.</summary>
    public void BindClusters(ViewRecording view)
    {
        CullPlan plan = view.View.Cull!;
        view.Recorder.Bind(1, _sets[_slot]);
        view.Recorder.PushConstants(new Range((uint)plan.FirstCluster, (uint)plan.ClusterCount));
    }

    /// <summary>Binds the clusters alone.</summary>
    public void BindClusters(CommandRecorder recorder, int set) => recorder.Bind(set, _sets[_slot]);

    /// <summary>Binds the vertices for <see cref="Issue"/>.</summary>
    public void Bind(CommandRecorder recorder) => recorder.BindVertexBuffer(0, _vertices);

    /// <summary>Draws what is kept of a batch.</summary>
    public void Issue(CommandRecorder recorder, int batch) => recorder.DrawIndirect(_draws, 16 * (ulong)batch, 1);

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [.. _count.Values, _place, _write, .. _sets, _kept, _vertices, _draws, _layout];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private void Require(ref DeviceBuffer buffer, ulong bytes, BufferUsage usage, string name)
    {
        if (buffer.SizeInBytes < bytes)
        {
            buffer.Dispose();
            buffer = Storage(bytes, usage, name);
        }
    }

    private ComputePipeline CountOf(bool hasFourSamples, bool hasMicropolygons)
    {
        if (!_count.TryGetValue((hasFourSamples, hasMicropolygons), out ComputePipeline? count))
        {
            SpecializationConstants constants = SpecializationConstants.None.With(0, hasFourSamples).With(1, hasMicropolygons ? LargestMicropolygon : -1f);
            _count.Add((hasFourSamples, hasMicropolygons), count = Create("passes/cull_count.comp", constants));
        }

        return count;
    }

    private DeviceBuffer Storage(ulong bytes, BufferUsage usage, string name) => new(_context.Device, bytes, BufferUsage.Storage | usage, name: name);

    private ComputePipeline Create(string shader, SpecializationConstants constants) => _context.Compute(shader, constants, RangeBytes, _layout);

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Range(uint First, uint Count);
}

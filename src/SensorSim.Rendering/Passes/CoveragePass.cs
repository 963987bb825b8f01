using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Counts the pixels that objects cover alone, without regard to what stands before them.</summary>
internal sealed class CoveragePass : IDisposable
{
    private readonly PassContext _context;
    private readonly CullPass _cull;
    private readonly ResourceLayout _layout;
    private readonly ResourceSet[] _sets;
    private readonly Dictionary<(uint Features, RasterState Raster, bool IsOutside), GraphicsPipeline> _pipelines = [];
    private readonly Dictionary<RasterState, GraphicsPipeline> _culled = [];
    private DeviceBuffer _bits;

    public CoveragePass(PassContext context, CullPass cull, int framesInFlight)
    {
        _context = context;
        _cull = cull;
        _layout = new(
            context.Device,
            new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Fragment),
            new ResourceBinding(1, ResourceKind.StorageBuffer, ShaderStage.Fragment),
            new ResourceBinding(2, ResourceKind.StorageBuffer, ShaderStage.Fragment),
            new ResourceBinding(3, ResourceKind.UniformTexelBuffer, ShaderStage.Vertex));
        _sets = [.. Enumerable.Range(0, framesInFlight).Select(_ => new ResourceSet(context.Device, _layout))];
        _bits = CreateBits(words: 1 << 16);
    }

    /// <summary>Binds what a frame's views count with.</summary>
    public void Prepare(FramePlan frame, FrameBuffers buffers, DeviceBuffer counters, int slot)
    {
        int words = frame.Views.SelectMany(view => view.Coverage?.Chunks ?? []).Select(chunk => chunk.Words).DefaultIfEmpty(0).Max();
        if ((ulong)words * 4 > _bits.SizeInBytes)
        {
            _bits.Dispose();
            _bits = CreateBits(words);
        }

        _sets[slot].Set(0, buffers.Regions.Buffer).Set(1, _bits).Set(2, counters).Set(3, buffers.RegionsByObject.View);
    }

    public void Record(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot)
    {
        foreach (CoverageChunk chunk in view.View.Coverage?.Chunks ?? [])
        {
            Record(view, chunk, result.Counters.FirstWord, slot);
            if (result.Masks.Size > 0)
            {
                Keep(view.Recorder, chunk, target, (ulong)(result.Masks.Offset + (4 * chunk.FirstWord)));
            }
        }
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [.. _pipelines.Values, .. _culled.Values, .. _sets, _bits, _layout];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private void Record(ViewRecording view, CoverageChunk chunk, uint firstCounter, int slot)
    {
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferDestination);
        view.Recorder.Fill(_bits, sizeInBytes: (ulong)chunk.Words * 4);
        view.Recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
        int scale = chunk.IsOutside ? 3 : 1;
        view.Recorder.BeginRendering(new() { Width = scale * view.Targets.Width, Height = scale * view.Targets.Height });
        bool isCulled = view.View.Cull is not null && chunk == view.View.Coverage!.OnlyInside;
        if (isCulled)
        {
            CountCulled(view, view.View.Cull!, firstCounter, slot);
        }

        VertexStreamLayouts.Bind(view.Recorder, view.Scene.Geometry);
        foreach (Draw draw in chunk.Draws.Where(draw => !isCulled || draw.Features.IsCutout || draw.Features.IsTransparent))
        {
            MaterialFeatures features = draw.Features.IsCutout ? draw.Features.ForAlphaTest : default;
            view.Bind(PipelineFor(features, RasterState.Of(draw), chunk.IsOutside));
            view.Recorder.Bind(1, view.Frame.Materials.Textures(draw.Primitive.MaterialSlot));
            view.Recorder.Bind(2, _sets[slot]);
            view.Recorder.PushConstants(new Constants((uint)draw.Primitive.MaterialSlot, (uint)chunk.FirstEntry, (uint)chunk.FirstRegion, firstCounter));
            view.Recorder.Issue(draw);
        }

        view.Recorder.EndRendering();
    }

    private void CountCulled(ViewRecording view, CullPlan plan, uint firstCounter, int slot)
    {
        _cull.Bind(view.Recorder);
        uint firstObject = (uint)(view.Scene.Instances.Count * view.Frame.Views.Take(view.View.Index).Count(other => other.Cull is not null));
        foreach (CulledDraw item in plan.Draws.Where(item => item.Batch is not null))
        {
            view.Bind(CulledPipelineFor(RasterState.Of(item.Draw)));
            view.Recorder.Bind(2, _sets[slot]);
            view.Recorder.PushConstants(new Constants(0, firstObject, 0, firstCounter));
            _cull.Issue(view.Recorder, item.Batch!.Value);
        }
    }

    /// <summary>Copies a chunk's bits away before the next one clears them.</summary>
    private void Keep(CommandRecorder recorder, CoverageChunk chunk, DeviceBuffer target, ulong offset)
    {
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
        recorder.Copy(_bits, target, 0, offset, (ulong)chunk.Words * 4);
        recorder.Barrier(ResourceState.TransferSource, ResourceState.ShaderStorageWrite);
        recorder.Barrier(ResourceState.TransferSource, ResourceState.TransferDestination);
    }

    private GraphicsPipeline PipelineFor(MaterialFeatures features, RasterState raster, bool isOutside)
    {
        if (!_pipelines.TryGetValue((features.Bits, raster, isOutside), out GraphicsPipeline? pipeline))
        {
            _pipelines.Add((features.Bits, raster, isOutside), pipeline = Create(features, raster, isOutside));
        }

        return pipeline;
    }

    private GraphicsPipeline CulledPipelineFor(RasterState raster)
    {
        if (!_culled.TryGetValue(raster, out GraphicsPipeline? pipeline))
        {
            _culled.Add(raster, pipeline = Create("passes/coverage_culled.vert", "passes/coverage.frag", SpecializationConstants.None, CullPass.Layout, raster));
        }

        return pipeline;
    }

    private GraphicsPipeline Create(MaterialFeatures features, RasterState raster, bool isOutside)
    {
        string shader = features.IsCutout ? "passes/coverage_cutout" : "passes/coverage";
        return Create(
            shader + ".vert",
            shader + ".frag",
            SpecializationConstants.None.With(0, features.Bits).With(16, isOutside),
            features.IsCutout ? VertexStreamLayouts.AlphaTest : VertexStreamLayouts.PositionsOnly,
            raster);
    }

    private GraphicsPipeline Create(string vertex, string fragment, SpecializationConstants constants, IReadOnlyList<VertexLayout> streams, RasterState raster) => new(_context.Device, new()
    {
        Name = vertex,
        VertexShader = _context.Shaders.Get(vertex),
        FragmentShader = _context.Shaders.Get(fragment),
        Specialization = constants,
        VertexLayouts = streams,
        Cull = raster.Cull,
        FrontFace = raster.FrontFace,
        ResourceLayouts = [_context.FrameLayout, _context.MaterialLayout, _layout],
        PushConstantBytes = Marshal.SizeOf<Constants>(),
    });

    private DeviceBuffer CreateBits(int words) => new(_context.Device, (ulong)words * 4, BufferUsage.Storage, name: "coverage bits");

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(uint Material, uint FirstEntry, uint FirstRegion, uint FirstCounter);
}

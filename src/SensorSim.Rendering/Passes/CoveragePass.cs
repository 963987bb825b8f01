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
    private readonly ResourceSet[] _faceSets;
    private readonly LensCoveragePass _lens;
    private readonly Dictionary<(uint Features, RasterState Raster, bool IsOutside, bool Counts), GraphicsPipeline> _pipelines = [];
    private readonly Dictionary<RasterState, GraphicsPipeline> _culled = [];
    private DeviceBuffer _bits;
    private DeviceBuffer _faceBits;

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
        _faceSets = [.. Enumerable.Range(0, framesInFlight).Select(_ => new ResourceSet(context.Device, _layout))];
        _lens = new(context, framesInFlight);
        _bits = CreateBits(words: 1 << 16);
        _faceBits = CreateBits(words: 1);
    }

    /// <summary>Binds what a frame's views count with.</summary>
    public void Prepare(FramePlan frame, FrameBuffers buffers, DeviceBuffer counters, int slot)
    {
        CoverageChunk[] chunks = [.. frame.Views.SelectMany(view => view.Coverage?.Chunks ?? [])];
        Need(ref _bits, chunks.Select(chunk => chunk.Words).DefaultIfEmpty(0).Max());
        Need(ref _faceBits, chunks.SelectMany(chunk => chunk.Faces).Select(face => face.Words).DefaultIfEmpty(0).Max());
        _sets[slot].Set(0, buffers.Regions.Buffer).Set(1, _bits).Set(2, counters).Set(3, buffers.RegionsByObject.View);
        _faceSets[slot].Set(0, buffers.Regions.Buffer).Set(1, _faceBits).Set(2, counters).Set(3, buffers.RegionsByObject.View);
        _lens.Prepare(buffers.Regions.Buffer, _faceBits, _bits, counters, slot);
    }

    public void Record(ViewRecording view, ResultLayout result, DeviceBuffer target, int slot)
    {
        foreach (CoverageChunk chunk in view.View.Coverage?.Chunks ?? [])
        {
            Clear(view.Recorder, _bits, chunk.Words);
            if (view.View.Rays is null)
            {
                RecordDraws(view, chunk, result.Counters.FirstWord, slot);
            }
            else
            {
                RecordThroughLens(chunk.IsOutside ? view.Wide! : view, chunk, result.Counters.FirstWord, slot);
            }

            if (result.Masks.Size > 0)
            {
                Keep(view.Recorder, chunk, target, (ulong)(result.Masks.Offset + (4 * chunk.FirstWord)));
            }
        }
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [.. _pipelines.Values, .. _culled.Values, .. _sets, .. _faceSets, _lens, _bits, _faceBits, _layout];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private static void Clear(CommandRecorder recorder, DeviceBuffer bits, int words)
    {
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferDestination);
        recorder.Fill(bits, sizeInBytes: (ulong)words * 4);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
    }

    private void RecordDraws(ViewRecording view, CoverageChunk chunk, uint firstCounter, int slot)
    {
        int scale = chunk.IsOutside ? 3 : 1;
        view.Recorder.BeginRendering(new() { Width = scale * view.Targets.Width, Height = scale * view.Targets.Height });
        bool isCulled = view.View.Cull is not null && chunk == view.View.Coverage!.OnlyInside;
        if (isCulled)
        {
            CountCulled(view, view.View.Cull!, firstCounter, slot);
        }

        Draw(view, [.. chunk.Draws.Where(draw => !isCulled || draw.Features.IsCutout || draw.Features.IsTransparent)], new(0, (uint)chunk.FirstEntry, (uint)chunk.FirstRegion, firstCounter), chunk.IsOutside, _sets[slot], counts: true);
        view.Recorder.EndRendering();
    }

    // Objects are drawn alone on each face, and the image looks there.
    private void RecordThroughLens(ViewRecording canvas, CoverageChunk chunk, uint firstCounter, int slot)
    {
        foreach (CoverageFace face in chunk.Faces.Where(face => face.Draws.Length > 0))
        {
            ViewRecording drawn = canvas.Faces[face.Index];
            Clear(canvas.Recorder, _faceBits, face.Words);
            canvas.Recorder.BeginRendering(new() { Width = drawn.Targets.Width, Height = drawn.Targets.Height });
            Draw(drawn, face.Draws, new(0, (uint)face.FirstEntry, (uint)face.FirstRegion, 0), isOutside: false, _faceSets[slot], counts: false);
            canvas.Recorder.EndRendering();
            canvas.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
            _lens.Record(canvas, chunk, face, firstCounter, slot);
        }
    }

    private void Draw(ViewRecording view, Draw[] draws, Constants constants, bool isOutside, ResourceSet set, bool counts)
    {
        VertexStreamLayouts.Bind(view.Recorder, view.Scene.Geometry);
        foreach (Draw draw in draws)
        {
            MaterialFeatures features = draw.Features.IsCutout ? draw.Features.ForAlphaTest : default;
            view.Bind(PipelineFor(features, RasterState.Of(draw), isOutside, counts));
            view.Recorder.Bind(1, view.Frame.Materials.Textures(draw.Primitive.MaterialSlot));
            view.Recorder.Bind(2, set);
            view.Recorder.PushConstants(constants with { Material = (uint)draw.Primitive.MaterialSlot });
            view.Recorder.Issue(draw);
        }
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

    private GraphicsPipeline PipelineFor(MaterialFeatures features, RasterState raster, bool isOutside, bool counts)
    {
        if (!_pipelines.TryGetValue((features.Bits, raster, isOutside, counts), out GraphicsPipeline? pipeline))
        {
            _pipelines.Add((features.Bits, raster, isOutside, counts), pipeline = Create(features, raster, isOutside, counts));
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

    private GraphicsPipeline Create(MaterialFeatures features, RasterState raster, bool isOutside, bool counts)
    {
        string shader = features.IsCutout ? "passes/coverage_cutout" : "passes/coverage";
        return Create(
            shader + ".vert",
            shader + ".frag",
            SpecializationConstants.None.With(0, features.Bits).With(16, isOutside).With(17, counts),
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

    private void Need(ref DeviceBuffer bits, int words)
    {
        if ((ulong)words * 4 > bits.SizeInBytes)
        {
            bits.Dispose();
            bits = CreateBits(words);
        }
    }

    private DeviceBuffer CreateBits(int words) => new(_context.Device, (ulong)words * 4, BufferUsage.Storage, name: "coverage bits");

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(uint Material, uint FirstEntry, uint FirstRegion, uint FirstCounter);
}

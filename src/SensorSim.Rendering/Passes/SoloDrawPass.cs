using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Draws objects as if each were alone: every pixel that one covers sets a bit of its own, whatever stands before it.</summary>
internal sealed class SoloDrawPass : IDisposable
{
    private readonly PassContext _context;
    private readonly CullPass _cull;
    private readonly ResourceLayout _layout;
    private readonly MicropolygonCoveragePass _micropolygons;
    private readonly Dictionary<(uint Features, RasterState Raster, bool IsOutside), GraphicsPipeline> _pipelines = [];
    private readonly Dictionary<RasterState, GraphicsPipeline> _culled = [];

    public SoloDrawPass(PassContext context, CullPass cull)
    {
        (_context, _cull) = (context, cull);
        _layout = new(
            context.Device,
            new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Vertex | ShaderStage.Compute),
            new ResourceBinding(1, ResourceKind.StorageBuffer, ShaderStage.Fragment | ShaderStage.Compute),
            new ResourceBinding(2, ResourceKind.UniformTexelBuffer, ShaderStage.Vertex | ShaderStage.Compute));
        _micropolygons = new(context, cull, _layout);
    }

    /// <summary>A set for <see cref="SoloTarget.Resources"/>; the caller owns it.</summary>
    public ResourceSet CreateSet() => new(_context.Device, _layout);

    public static void Bind(ResourceSet set, FrameBuffers buffers, DeviceBuffer bits) =>
        set.Set(0, buffers.Regions.Buffer).Set(1, bits).Set(2, buffers.RegionsByObject.View);

    /// <summary>Within a rendering that the caller has begun.</summary>
    public void Record(ViewRecording view, IEnumerable<Draw> draws, in SoloTarget target)
    {
        VertexStreamLayouts.Bind(view.Recorder, view.Scene.Geometry);
        foreach (Draw draw in draws)
        {
            MaterialFeatures features = draw.Features.IsCutout ? draw.Features.ForAlphaTest : default;
            view.Bind(PipelineFor(features, RasterState.Of(draw), target));
            view.Recorder.Bind(1, view.Frame.Materials.Textures(draw.Primitive.MaterialSlot));
            view.Recorder.Bind(2, target.Resources);
            view.Recorder.PushConstants(new Constants((uint)draw.Primitive.MaterialSlot, target.FirstEntry, target.FirstRegion));
            view.Recorder.Issue(draw);
        }
    }

    /// <summary>The micropolygons of a view that is culled, before the rendering begins.</summary>
    public void RecordMicropolygons(ViewRecording view, in SoloTarget target) => _micropolygons.Record(view, target.Resources, FirstObject(view));

    /// <summary>The triangles that culling left of a view, which name their objects: regions are looked up by object.</summary>
    public void RecordCulled(ViewRecording view, CullPlan plan, in SoloTarget target)
    {
        _cull.Bind(view.Recorder);
        foreach (CulledDraw item in plan.Draws.Where(item => item.Batch is not null))
        {
            view.Bind(CulledPipelineFor(RasterState.Of(item.Draw)));
            view.Recorder.Bind(2, target.Resources);
            view.Recorder.PushConstants(new Constants(0, FirstObject(view), 0));
            _cull.Issue(view.Recorder, item.Batch!.Value);
        }
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [.. _pipelines.Values, .. _culled.Values, _micropolygons, _layout];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    // Of a view in the regions by object.
    private static uint FirstObject(ViewRecording view) =>
        (uint)(view.Scene.Instances.Count * view.Frame.Views.Take(view.View.Index).Count(other => other.Cull is not null));

    private GraphicsPipeline PipelineFor(MaterialFeatures features, RasterState raster, in SoloTarget target)
    {
        (uint Bits, RasterState Raster, bool IsOutside) key = (features.Bits, raster, target.IsOutside);
        if (!_pipelines.TryGetValue(key, out GraphicsPipeline? pipeline))
        {
            string shader = features.IsCutout ? "passes/coverage_cutout" : "passes/coverage";
            SpecializationConstants constants = SpecializationConstants.None.With(0, features.Bits).With(16, target.IsOutside);
            IReadOnlyList<VertexLayout> streams = features.IsCutout ? VertexStreamLayouts.AlphaTest : VertexStreamLayouts.PositionsOnly;
            _pipelines.Add(key, pipeline = Create(shader + ".vert", shader + ".frag", constants, streams, raster));
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

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(uint Material, uint FirstEntry, uint FirstRegion);
}

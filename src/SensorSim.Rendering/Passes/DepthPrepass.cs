using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>The depth of opaque and masked surfaces at every sample, so that shading meets only what is visible.</summary>
internal sealed class DepthPrepass(PassContext context) : IDisposable
{
    private readonly Dictionary<(uint Features, RasterState Raster, int Samples), GraphicsPipeline> _pipelines = [];

    public void Record(ViewRecording view, DeviceImage depth, int samples)
    {
        view.Recorder.Transition(depth, ResourceState.Undefined, ResourceState.DepthAttachment);
        view.Recorder.BeginRendering(new()
        {
            Width = view.Width,
            Height = view.Height,
            DepthAttachment = new(depth.View) { Clear = 0 },
        });
        VertexStreamLayouts.Bind(view.Recorder, view.Scene.Geometry);
        GraphicsPipeline? bound = null;
        foreach (Draw draw in view.View.Solid)
        {
            GraphicsPipeline pipeline = PipelineFor(draw, samples);
            if (pipeline != bound)
            {
                view.Bind(bound = pipeline);
            }

            if (draw.Features.IsCutout)
            {
                view.Recorder.Bind(1, view.Frame.Materials.Textures(draw.Primitive.MaterialSlot));
            }

            view.Recorder.PushConstants((uint)draw.Primitive.MaterialSlot);
            view.Recorder.Issue(draw);
        }

        view.Recorder.EndRendering();
    }

    public void Dispose()
    {
        foreach (GraphicsPipeline pipeline in _pipelines.Values)
        {
            pipeline.Dispose();
        }
    }

    private GraphicsPipeline PipelineFor(in Draw draw, int samples)
    {
        MaterialFeatures features = draw.Features.IsCutout ? draw.Features.ForAlphaTest : default;
        var key = (features.Bits, RasterState.Of(draw), samples);
        if (!_pipelines.TryGetValue(key, out GraphicsPipeline? pipeline))
        {
            _pipelines.Add(key, pipeline = Create(features, key.Item2, samples));
        }

        return pipeline;
    }

    private GraphicsPipeline Create(MaterialFeatures features, RasterState raster, int samples) => new(context.Device, new()
    {
        Name = "depth",
        VertexShader = context.Shaders.Get(features.IsCutout ? "passes/cutout.vert" : "passes/visibility.vert"),
        FragmentShader = features.IsCutout ? context.Shaders.Get("passes/shadow_cutout.frag") : null,
        Specialization = SpecializationConstants.None.With(0, features.Bits),
        VertexLayouts = features.IsCutout ? VertexStreamLayouts.AlphaTest : VertexStreamLayouts.PositionsOnly,
        Cull = raster.Cull,
        FrontFace = raster.FrontFace,
        Depth = DepthState.GreaterAndWrite,
        DepthFormat = PixelFormat.D32Float,
        SampleCount = samples,
        ResourceLayouts = features.IsCutout ? [context.FrameLayout, context.MaterialLayout] : [context.FrameLayout],
        PushConstantBytes = 4,
    });
}

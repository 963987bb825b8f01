using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>
/// Shades while rasterizing: everything when the image is multisampled, else transparent surfaces only, which <see cref="ForwardContent"/> says. Results are radiance times coverage,
/// and coverage; <see cref="ResolvePass"/> puts them over what lies behind.
/// </summary>
internal sealed class ForwardPass(PassContext context) : IDisposable
{
    private readonly DepthPrepass _prepass = new(context);
    private readonly Dictionary<PipelineKey, GraphicsPipeline> _pipelines = [];

    /// <param name="view">The camera.</param>
    /// <param name="samples">Colour samples of a pixel.</param>
    /// <param name="content">Which surfaces.</param>
    public void Record(ViewRecording view, int samples, ForwardContent content)
    {
        bool drawsSolid = content is ForwardContent.Everything or ForwardContent.Solid;
        DeviceImage depth = content == ForwardContent.TransparentOverShaded ? view.Targets.Depth : view.Targets.SampledDepth(samples);
        bool isPlaced = drawsSolid && view.View.MayHideObjects;
        if (isPlaced)
        {
            _prepass.Record(view, depth, samples);
        }
        else if (drawsSolid)
        {
            view.Recorder.Transition(depth, ResourceState.Undefined, ResourceState.DepthAttachment);
        }

        for (int layer = 0; layer < view.Frame.Request.LayerCount; layer += RenderTargets.LayersAtOnce)
        {
            view.Recorder.Transition(depth, ResourceState.DepthAttachment, ResourceState.DepthAttachment);
            RecordLayers(view, samples, depth, layer, content, findsDepth: drawsSolid && !isPlaced && layer == 0);
        }
    }

    public void Dispose()
    {
        _prepass.Dispose();
        foreach (GraphicsPipeline pipeline in _pipelines.Values)
        {
            pipeline.Dispose();
        }
    }

    private void RecordLayers(ViewRecording view, int samples, DeviceImage depth, int firstLayer, ForwardContent content, bool findsDepth)
    {
        int count = Math.Min(view.Frame.Request.LayerCount - firstLayer, RenderTargets.LayersAtOnce);
        bool isContinued = content == ForwardContent.TransparentOverSolid;
        LoadAction load = isContinued ? LoadAction.Load : LoadAction.Clear;
        DeviceImage[] layers = [.. Enumerable.Range(firstLayer, count).Select(layer => view.Targets.Layer(layer, samples))];
        foreach (DeviceImage layer in layers)
        {
            view.Recorder.Transition(layer, isContinued ? ResourceState.ShaderSampled : ResourceState.Undefined, ResourceState.ColorAttachment);
        }

        view.Recorder.BeginRendering(new()
        {
            Width = view.Width,
            Height = view.Height,
            ColorAttachments = [.. layers.Select(layer => new ColorAttachment(layer.View) { Load = load })],
            DepthAttachment = new(depth.View) { Load = findsDepth ? LoadAction.Clear : LoadAction.Load, Clear = 0 },
        });
        VertexStreamLayouts.Bind(view.Recorder, view.Scene.Geometry);
        foreach (IEnumerable<Draw> draws in DrawsOf(view.View, content, findsDepth))
        {
            Draw(view, draws, samples, firstLayer, count, findsDepth);
        }

        view.Recorder.EndRendering();
        foreach (DeviceImage layer in layers)
        {
            view.Recorder.Transition(layer, ResourceState.ColorAttachment, ResourceState.ShaderSampled);
        }
    }

    // Where depths are equal the visibility buffer shows the first draw; a test for equality leaves the last one.
    private static IEnumerable<IEnumerable<Draw>> DrawsOf(ViewPlan view, ForwardContent content, bool findsDepth)
    {
        if (content is ForwardContent.Everything or ForwardContent.Solid)
        {
            yield return findsDepth ? view.Solid : view.Solid.Reverse();
        }

        if (content != ForwardContent.Solid)
        {
            yield return view.Transparent;
        }
    }

    private void Draw(ViewRecording view, IEnumerable<Draw> draws, int samples, int firstLayer, int layers, bool findsDepth)
    {
        GraphicsPipeline? bound = null;
        foreach (Draw draw in draws)
        {
            var key = new PipelineKey(draw.Features, RasterState.Of(draw), samples, layers, findsDepth || draw.Features.Layers.IsTransmissive, view.Light);
            if (!_pipelines.TryGetValue(key, out GraphicsPipeline? pipeline))
            {
                _pipelines.Add(key, pipeline = Create(key));
            }

            if (pipeline != bound)
            {
                view.Bind(bound = pipeline);
            }

            view.BindMaterial(draw.Primitive.MaterialSlot);
            view.Recorder.PushConstants(new DrawConstants((uint)draw.Primitive.MaterialSlot, (uint)firstLayer));
            view.Recorder.Issue(draw);
        }
    }

    private GraphicsPipeline Create(PipelineKey key)
    {
        bool isLayered = key.Features.Layers.Any;
        SpecializationConstants constants = key.Light.AddTo(SpecializationConstants.None.With(0, key.Features.Bits).With(1, key.Layers))
            .With(4, key.FindsDepth).With(6, (uint)key.Samples);
        BlendMode blend = key.Features.IsBlended ? BlendMode.PremultipliedAlpha : BlendMode.Opaque;
        return new(context.Device, new()
        {
            Name = "forward",
            VertexShader = context.Shaders.Get(isLayered ? "passes/layered.vert" : "passes/forward.vert"),
            FragmentShader = context.Shaders.Get($"passes/{(isLayered ? "layered" : "forward")}_{key.Layers}.frag"),
            Specialization = isLayered ? constants.With(8, key.Features.Layers.Bits) : constants,
            VertexLayouts = VertexStreamLayouts.All,
            Cull = key.Raster.Cull,
            FrontFace = key.Raster.FrontFace,
            Depth = DepthOf(key),
            ColorTargets = [.. Enumerable.Repeat(new ColorTarget(PixelFormat.R32G32B32A32Float, blend), key.Layers)],
            DepthFormat = PixelFormat.D32Float,
            SampleCount = key.Samples,
            ResourceLayouts = isLayered ? [context.FrameLayout, context.MaterialLayout, context.LayersLayout] : [context.FrameLayout, context.MaterialLayout],
            PushConstantBytes = 8,
        });
    }

    // Transmissive surfaces hide one another: each shows what is opaque behind it, not other glass. Later groups of layers meet their own depths.
    private static DepthState DepthOf(PipelineKey key) => key switch
    {
        { Features.IsBlended: true } => new() { Compare = CompareOperation.Greater, IsWritten = false },
        { Features.Layers.IsTransmissive: true } => new() { Compare = CompareOperation.GreaterOrEqual },
        { FindsDepth: true } => DepthState.GreaterAndWrite,
        _ => new() { Compare = CompareOperation.Equal, IsWritten = false },
    };

    private readonly record struct PipelineKey(
        MaterialFeatures Features, RasterState Raster, int Samples, int Layers, bool FindsDepth, LightFeatures Light);
}

using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Passes;

/// <summary>
/// Shades while rasterizing: everything when the image is multisampled, else transparent surfaces only. Results are radiance times coverage,
/// and coverage; <see cref="ResolvePass"/> puts them over what lies behind.
/// </summary>
internal sealed class ForwardPass(PassContext context) : IDisposable
{
    private readonly DepthPrepass _prepass = new(context);
    private readonly Dictionary<PipelineKey, GraphicsPipeline> _pipelines = [];

    /// <param name="samples">Colour samples of a pixel.</param>
    /// <param name="drawsSolid">Also what is opaque; else only what is transparent, before the depths of the visibility pass.</param>
    public void Record(ViewRecording view, int samples, bool drawsSolid)
    {
        DeviceImage depth = drawsSolid ? view.Targets.SampledDepth(samples) : view.Targets.Depth;
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
            RecordLayers(view, samples, depth, layer, isPlaced, drawsSolid);
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

    private void RecordLayers(ViewRecording view, int samples, DeviceImage depth, int firstLayer, bool isPlaced, bool drawsSolid)
    {
        int count = Math.Min(view.Frame.Request.LayerCount - firstLayer, RenderTargets.LayersAtOnce);
        bool isFirst = drawsSolid && !isPlaced && firstLayer == 0;
        DeviceImage[] layers = [.. Enumerable.Range(firstLayer, count).Select(layer => view.Targets.Layer(layer, samples))];
        foreach (DeviceImage layer in layers)
        {
            view.Recorder.Transition(layer, ResourceState.Undefined, ResourceState.ColorAttachment);
        }

        view.Recorder.BeginRendering(new()
        {
            Width = view.Targets.Width,
            Height = view.Targets.Height,
            ColorAttachments = [.. layers.Select(layer => new ColorAttachment(layer.View))],
            DepthAttachment = new(depth.View) { Load = isFirst ? LoadAction.Clear : LoadAction.Load, Clear = 0 },
        });
        VertexStreamLayouts.Bind(view.Recorder, view.Scene.Geometry);

        // Where depths are equal the visibility buffer shows the first draw; a test for equality leaves the last one.
        IEnumerable<Draw> solid = !drawsSolid ? [] : isFirst ? view.View.Solid : view.View.Solid.Reverse();
        Draw(view, solid, samples, firstLayer, count, isFirst);
        Draw(view, view.View.Blended, samples, firstLayer, count, isFirst);
        view.Recorder.EndRendering();
        foreach (DeviceImage layer in layers)
        {
            view.Recorder.Transition(layer, ResourceState.ColorAttachment, ResourceState.ShaderSampled);
        }
    }

    private void Draw(ViewRecording view, IEnumerable<Draw> draws, int samples, int firstLayer, int layers, bool findsDepth)
    {
        GraphicsPipeline? bound = null;
        foreach (Draw draw in draws)
        {
            var key = new PipelineKey(draw.Features, RasterState.Of(draw), samples, layers, findsDepth, view.HasEnvironment, view.Frame.Lamps.Count > 0);
            if (!_pipelines.TryGetValue(key, out GraphicsPipeline? pipeline))
            {
                _pipelines.Add(key, pipeline = Create(key));
            }

            if (pipeline != bound)
            {
                view.Bind(bound = pipeline);
            }

            view.Recorder.Bind(1, view.Frame.Materials.Textures(draw.Primitive.MaterialSlot));
            view.Recorder.PushConstants(new DrawConstants((uint)draw.Primitive.MaterialSlot, (uint)firstLayer));
            view.Recorder.Issue(draw);
        }
    }

    private GraphicsPipeline Create(PipelineKey key)
    {
        BlendMode blend = key.Features.IsBlended ? BlendMode.PremultipliedAlpha : BlendMode.Opaque;
        return new(context.Device, new()
        {
            Name = "forward",
            VertexShader = context.Shaders.Get("passes/forward.vert"),
            FragmentShader = context.Shaders.Get($"passes/forward_{key.Layers}.frag"),
            Specialization = SpecializationConstants.None
                .With(0, key.Features.Bits).With(1, key.Layers).With(2, key.HasEnvironment).With(3, key.HasLamps).With(4, key.FindsDepth),
            VertexLayouts = VertexStreamLayouts.All,
            Cull = key.Raster.Cull,
            FrontFace = key.Raster.FrontFace,
            Depth = DepthOf(key),
            ColorTargets = [.. Enumerable.Repeat(new ColorTarget(PixelFormat.R32G32B32A32Float, blend), key.Layers)],
            DepthFormat = PixelFormat.D32Float,
            SampleCount = key.Samples,
            ResourceLayouts = [context.FrameLayout, context.MaterialLayout],
            PushConstantBytes = 8,
        });
    }

    private static DepthState DepthOf(PipelineKey key) => key.Features.IsBlended
        ? new() { Compare = CompareOperation.Greater, IsWritten = false }
        : key.FindsDepth ? DepthState.GreaterAndWrite : new() { Compare = CompareOperation.Equal, IsWritten = false };

    private readonly record struct PipelineKey(
        MaterialFeatures Features, RasterState Raster, int Samples, int Layers, bool FindsDepth, bool HasEnvironment, bool HasLamps);
}

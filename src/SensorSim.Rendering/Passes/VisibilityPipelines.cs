using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>Pipelines of <see cref="VisibilityPass"/>, each made when it is first asked for.</summary>
internal sealed class VisibilityPipelines(PassContext context) : IDisposable
{
    private readonly Dictionary<(RasterState Raster, int Samples), GraphicsPipeline> _culled = [];
    private readonly Dictionary<(uint Features, RasterState Raster, bool MayBeEqual), GraphicsPipeline> _pipelines = [];

    /// <summary>For draws that the device has culled.</summary>
    /// <param name="raster">Of the draw.</param>
    /// <param name="samples">Of a pixel.</param>
    public GraphicsPipeline Culled(RasterState raster, int samples)
    {
        if (!_culled.TryGetValue((raster, samples), out GraphicsPipeline? pipeline))
        {
            _culled.Add((raster, samples), pipeline = CreateCulled(raster, samples));
        }

        return pipeline;
    }

    /// <summary>For draws one by one.</summary>
    /// <param name="draw">Of any material.</param>
    /// <param name="areNamed">Whether the scene's vertices carry the triangles' names.</param>
    public GraphicsPipeline For(in Draw draw, bool areNamed)
    {
        MaterialFeatures features = draw.Features.IsCutout ? draw.Features.ForAlphaTest : default;
        var key = (features.Bits, RasterState.Of(draw), draw.Features.Layers.IsTransmissive);
        if (!_pipelines.TryGetValue(key, out GraphicsPipeline? pipeline))
        {
            _pipelines.Add(key, pipeline = Create(features, key.Item2, areNamed, key.IsTransmissive));
        }

        return pipeline;
    }

    public void Dispose()
    {
        foreach (GraphicsPipeline pipeline in _pipelines.Values.Concat(_culled.Values))
        {
            pipeline.Dispose();
        }
    }

    private GraphicsPipeline CreateCulled(RasterState raster, int samples) => new(context.Device, new()
    {
        Name = "visibility_culled",
        VertexShader = context.Shaders.Get("passes/visibility_culled.vert"),
        FragmentShader = context.Shaders.Get("passes/visibility_named.frag"),
        VertexLayouts = CullPass.Layout,
        Cull = raster.Cull,
        FrontFace = raster.FrontFace,
        Depth = DepthState.GreaterAndWrite,
        ColorTargets = [new(PixelFormat.R32G32UInt)],
        DepthFormat = PixelFormat.D32Float,
        SampleCount = samples,
        ResourceLayouts = [context.FrameLayout],
    });

    // The forward pass has left the depths of surfaces that transmit light.
    private GraphicsPipeline Create(MaterialFeatures features, RasterState raster, bool areNamed, bool mayBeEqual)
    {
        string shader = features.IsCutout ? "passes/cutout" : areNamed ? "passes/visibility_named" : "passes/visibility";
        return new(context.Device, new()
        {
            Name = shader,
            VertexShader = context.Shaders.Get(shader + ".vert"),
            FragmentShader = context.Shaders.Get(shader + ".frag"),
            Specialization = SpecializationConstants.None.With(0, features.Bits),
            VertexLayouts = features.IsCutout ? VertexStreamLayouts.AlphaTest : areNamed ? VertexStreamLayouts.Named : VertexStreamLayouts.PositionsOnly,
            Cull = raster.Cull,
            FrontFace = raster.FrontFace,
            Depth = mayBeEqual ? new() { Compare = CompareOperation.GreaterOrEqual } : DepthState.GreaterAndWrite,
            ColorTargets = [new(PixelFormat.R32G32UInt)],
            DepthFormat = PixelFormat.D32Float,
            ResourceLayouts = features.IsCutout ? [context.FrameLayout, context.MaterialLayout] : [context.FrameLayout],
            PushConstantBytes = 8,
        });
    }
}

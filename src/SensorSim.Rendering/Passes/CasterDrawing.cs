using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>Draws what casts shadows as a lamp sees it: depth only, reversed; cutouts by their alpha.</summary>
internal sealed class CasterDrawing(PassContext context) : IDisposable
{
    private readonly Dictionary<uint, GraphicsPipeline> _pipelines = [];

    /// <summary>Draws what casts into one layer of the maps.</summary>
    /// <param name="origin">Of a view without a place of its own.</param>
    /// <param name="maps">Ready to be drawn into.</param>
    /// <param name="index">Of the layer in the maps.</param>
    /// <param name="layer">How it is seen from the lamp.</param>
    /// <param name="casters">What casts.</param>
    /// <param name="load">Whether what is in the layer stays.</param>
    public void Draw(ViewRecording origin, DeviceImage maps, int index, in ShadowLayer layer, Draw[] casters, LoadAction load)
    {
        origin.Recorder.BeginRendering(new()
        {
            Width = maps.Width,
            Height = maps.Height,
            DepthAttachment = new(maps.GetLayerView(index)) { Load = load, Clear = 0 },
        });
        VertexStreamLayouts.Bind(origin.Recorder, origin.Scene.Geometry);
        foreach (Draw draw in casters)
        {
            Draw(origin, draw, layer);
        }

        origin.Recorder.EndRendering();
    }

    public void Dispose()
    {
        foreach (GraphicsPipeline pipeline in _pipelines.Values)
        {
            pipeline.Dispose();
        }
    }

    private void Draw(ViewRecording origin, in Draw draw, in ShadowLayer layer)
    {
        MaterialFeatures features = draw.Features.IsCutout ? draw.Features.ForAlphaTest : default;
        if (!_pipelines.TryGetValue(features.Bits, out GraphicsPipeline? pipeline))
        {
            _pipelines.Add(features.Bits, pipeline = CreatePipeline(features));
        }

        origin.Bind(pipeline);
        if (features.IsCutout)
        {
            origin.Recorder.Bind(1, origin.Frame.Materials.Textures(draw.Primitive.MaterialSlot));
        }

        origin.Recorder.PushConstants(new Constants((uint)draw.Primitive.MaterialSlot, layer));
        origin.Recorder.Issue(draw);
    }

    // Both sides cast: which side is the front depends on the map's own mirroring, and thin surfaces have only one.
    private GraphicsPipeline CreatePipeline(MaterialFeatures features) => new(context.Device, new()
    {
        Name = "shadow",
        VertexShader = context.Shaders.Get(features.IsCutout ? "passes/shadow_cutout.vert" : "passes/shadow.vert"),
        FragmentShader = features.IsCutout ? context.Shaders.Get("passes/shadow_cutout.frag") : null,
        Specialization = SpecializationConstants.None.With(0, features.Bits),
        VertexLayouts = features.IsCutout ? VertexStreamLayouts.AlphaTest : VertexStreamLayouts.PositionsOnly,
        Cull = CullMode.None,
        Depth = DepthState.GreaterAndWrite,
        DepthFormat = PixelFormat.D32Float,
        ResourceLayouts = features.IsCutout ? [context.FrameLayout, context.MaterialLayout] : [context.FrameLayout],
        PushConstantBytes = Marshal.SizeOf<Constants>(),
    });

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Constants(uint material, ShadowLayer layer)
    {
        private readonly uint _material = material;
        private readonly uint _padding0;
        private readonly uint _padding1;
        private readonly uint _padding2;
        private readonly ShadowLayer _layer = layer;
    }
}

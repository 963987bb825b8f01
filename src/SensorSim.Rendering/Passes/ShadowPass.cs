using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>
/// Draws the scene from every lamp: depth only, reversed, one layer for each map. All cameras share the maps, and so do the frames that
/// follow until something that casts has changed; what has stood still so far is kept in maps of its own, so that a frame draws only what varies. Cascades are a view's own and follow those layers: views come one after the other on
/// the device, so that each draws over the last one's, unless they are the same.
/// </summary>
internal sealed class ShadowPass : IDisposable
{
    private readonly PassContext _context;
    private readonly int _side;
    private readonly Dictionary<uint, GraphicsPipeline> _pipelines = [];
    private DeviceImage _maps;
    private DeviceImage? _kept;
    private bool[] _hasVarying = [];
    private (int First, ShadowLayer[] Layers) _cascades = (0, []);

    public ShadowPass(PassContext context, int side)
    {
        (_context, _side) = (context, side);
        _maps = Create(layers: 2);
        Casters = new(room: 2);
    }

    /// <summary>Follows what the maps show.</summary>
    public StandingCasters Casters { get; }

    /// <summary>The maps, ready to be sampled; made anew when a frame needs more layers.</summary>
    public DeviceImage MapsFor(FramePlan frame)
    {
        int layers = frame.Lamps.ShadowLayers.Count + frame.Drawn.Max(view => view.Cascades.Count);
        if (layers > _maps.Description.ArrayLayers)
        {
            _maps.Dispose();
            _maps = Create(layers);
            Casters.Forget();
        }

        return _maps;
    }

    /// <summary>The layers that views share.</summary>
    public void Record(ViewRecording origin)
    {
        if (origin.Frame.ShadowCasters is not { } casters || casters.Change == CasterChange.None)
        {
            return;
        }

        _cascades = (0, []);
        if (casters.Change == CasterChange.Everything)
        {
            origin.Recorder.Transition(_maps, ResourceState.Undefined, ResourceState.DepthAttachment);
            DrawLayers(origin, _maps, casters.Varying, LoadAction.Clear);
        }
        else
        {
            RecordKept(origin, casters);
        }

        origin.Recorder.Transition(_maps, ResourceState.DepthAttachment, ResourceState.ShaderSampled);
        _hasVarying = [.. casters.Varying.Select(draws => casters.Change == CasterChange.Everything || draws.Length > 0)];
    }

    /// <summary>A view's cascades, after the shared layers of its frame.</summary>
    public void RecordCascades(ViewRecording view)
    {
        int first = view.Frame.Lamps.ShadowLayers.Count;
        CascadePlan cascades = view.View.Cascades;
        ShadowLayer[] layers = [.. cascades.Layers.Select(layer => layer.Layer)];
        if (layers.Length == 0 || (_cascades.First == first && _cascades.Layers.AsSpan().SequenceEqual(layers)))
        {
            return;
        }

        _cascades = (first, layers);
        view.Recorder.Transition(_maps, ResourceState.ShaderSampled, ResourceState.DepthAttachment);
        foreach ((int i, (ShadowLayer layer, Draw[] casters)) in cascades.Layers.Index())
        {
            DrawLayer(view.AtOrigin, _maps, first + i, layer, casters, LoadAction.Clear);
        }

        view.Recorder.Transition(_maps, ResourceState.DepthAttachment, ResourceState.ShaderSampled);
    }

    public void Dispose()
    {
        _maps.Dispose();
        _kept?.Dispose();
        foreach (GraphicsPipeline pipeline in _pipelines.Values)
        {
            pipeline.Dispose();
        }
    }

    private void RecordKept(ViewRecording origin, ShadowCasters casters)
    {
        CommandRecorder recorder = origin.Recorder;
        bool isNew = casters.Change == CasterChange.Standing;
        if (isNew)
        {
            DrawStanding(origin, casters.Standing);
        }

        // Layers that show what is kept, and nothing else, stay as they are.
        recorder.Transition(_maps, ResourceState.ShaderSampled, ResourceState.TransferDestination);
        for (int layer = 0; layer < casters.Varying.Length; layer++)
        {
            if (isNew || _hasVarying[layer] || casters.Varying[layer].Length > 0)
            {
                recorder.Copy(_kept!, 0, layer, _maps, 0, layer);
            }
        }

        recorder.Transition(_maps, ResourceState.TransferDestination, ResourceState.DepthAttachment);
        DrawLayers(origin, _maps, casters.Varying, LoadAction.Load);
    }

    private void DrawStanding(ViewRecording origin, Draw[][] draws)
    {
        if (_kept is null || _kept.Description.ArrayLayers < draws.Length)
        {
            _kept?.Dispose();
            _kept = Create(draws.Length);
        }

        origin.Recorder.Transition(_kept, ResourceState.Undefined, ResourceState.DepthAttachment);
        DrawLayers(origin, _kept, draws, LoadAction.Clear);
        origin.Recorder.Transition(_kept, ResourceState.DepthAttachment, ResourceState.TransferSource);
    }

    private void DrawLayers(ViewRecording origin, DeviceImage maps, Draw[][] draws, LoadAction load)
    {
        for (int layer = 0; layer < draws.Length; layer++)
        {
            if (load == LoadAction.Clear || draws[layer].Length > 0)
            {
                DrawLayer(origin, maps, layer, origin.Frame.Lamps.ShadowLayers[layer], draws[layer], load);
            }
        }
    }

    private void DrawLayer(ViewRecording origin, DeviceImage maps, int index, in ShadowLayer layer, Draw[] casters, LoadAction load)
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

    private DeviceImage Create(int layers)
    {
        var maps = new DeviceImage(_context.Device, new()
        {
            Width = Math.Max(_side, 1),
            Height = Math.Max(_side, 1),
            ArrayLayers = layers,
            Format = PixelFormat.D32Float,
            Usage = ImageUsage.DepthAttachment | ImageUsage.Sampled,
            Name = "shadow maps",
        });
        _context.Device.Execute(recorder => recorder.Transition(maps, ResourceState.Undefined, ResourceState.ShaderSampled));
        return maps;
    }

    // Both sides cast: which side is the front depends on the map's own mirroring, and thin surfaces have only one.
    private GraphicsPipeline CreatePipeline(MaterialFeatures features) => new(_context.Device, new()
    {
        Name = "shadow",
        VertexShader = _context.Shaders.Get(features.IsCutout ? "passes/shadow_cutout.vert" : "passes/shadow.vert"),
        FragmentShader = features.IsCutout ? _context.Shaders.Get("passes/shadow_cutout.frag") : null,
        Specialization = SpecializationConstants.None.With(0, features.Bits),
        VertexLayouts = features.IsCutout ? VertexStreamLayouts.AlphaTest : VertexStreamLayouts.PositionsOnly,
        Cull = CullMode.None,
        Depth = DepthState.GreaterAndWrite,
        DepthFormat = PixelFormat.D32Float,
        ResourceLayouts = features.IsCutout ? [_context.FrameLayout, _context.MaterialLayout] : [_context.FrameLayout],
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

using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;

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
    private readonly CasterDrawing _drawing;
    private DeviceImage _maps;
    private DeviceImage? _kept;
    private bool[] _hasVarying = [];
    private (int First, ShadowLayer[] Layers) _cascades = (0, []);

    public ShadowPass(PassContext context, int side)
    {
        (_context, _side, _drawing) = (context, side, new(context));
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
            _drawing.Draw(view.AtOrigin, _maps, first + i, layer, casters, LoadAction.Clear);
        }

        view.Recorder.Transition(_maps, ResourceState.DepthAttachment, ResourceState.ShaderSampled);
    }

    public void Dispose()
    {
        _maps.Dispose();
        _kept?.Dispose();
        _drawing.Dispose();
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
                _drawing.Draw(origin, maps, layer, origin.Frame.Lamps.ShadowLayers[layer], draws[layer], load);
            }
        }
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
}

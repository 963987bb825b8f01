using System.Runtime.InteropServices;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Makes the visibility buffer of a camera with a lens: the triangles that its faces show, met again by each pixel's exact ray.</summary>
internal sealed class TracePass : IDisposable
{
    private readonly PassContext _context;
    private readonly ResourceLayout _layout;
    private readonly Lazy<ComputePipeline> _pipeline;
    private readonly Sampler _nearest;
    private readonly Dictionary<(RenderTargets View, RenderTargets Face), ResourceSet> _sets = [];
    private readonly Dictionary<RenderTargets, DeviceBuffer> _seen = [];

    public TracePass(PassContext context)
    {
        _context = context;
        _layout = new(
            context.Device,
            new ResourceBinding(0, ResourceKind.CombinedImageSampler, ShaderStage.Compute),
            new ResourceBinding(1, ResourceKind.StorageBuffer, ShaderStage.Compute));
        _nearest = new(context.Device, SamplerDescription.NearestClamp);
        _pipeline = new(() => context.Compute("passes/trace.comp", SpecializationConstants.None.With(RayPipeline.RayMapConstant, true), Marshal.SizeOf<FaceConstants>(), _layout));
    }

    /// <param name="view">A camera with a lens.</param>
    /// <param name="index">Which of its faces; its visibility is drawn.</param>
    public void Record(ViewRecording view, int index)
    {
        ViewRecording face = view.Faces[index];
        view.Bind(_pipeline.Value);
        view.Recorder.Bind(1, SetOf(view.Targets, face.Targets));
        view.Recorder.PushConstants(FaceConstants.Of(view.View.Rays!.Faces[index], index));
        view.Recorder.Dispatch(((view.Width * view.Height) + 63) / 64);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    /// <summary>Brings what all faces gave into the view's visibility image, as if it had been drawn.</summary>
    public void Finish(ViewRecording view)
    {
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
        view.Recorder.Transition(view.Targets.Visibility, ResourceState.Undefined, ResourceState.TransferDestination);
        view.Recorder.Copy(SeenBy(view.Targets), 0, view.Targets.Visibility);
        view.Recorder.Transition(view.Targets.Visibility, ResourceState.TransferDestination, ResourceState.ShaderSampled);
        view.Recorder.Barrier(ResourceState.TransferSource, ResourceState.ShaderStorageWrite);
    }

    public void Dispose()
    {
        IEnumerable<IDisposable?> owned = [_pipeline.IsValueCreated ? _pipeline.Value : null, .. _sets.Values, .. _seen.Values, _nearest, _layout];
        foreach (IDisposable? resource in owned)
        {
            resource?.Dispose();
        }
    }

    private ResourceSet SetOf(RenderTargets view, RenderTargets face)
    {
        if (!_sets.TryGetValue((view, face), out ResourceSet? set))
        {
            _sets.Add((view, face), set = new ResourceSet(_context.Device, _layout).Set(0, face.Visibility.View, _nearest).Set(1, SeenBy(view)));
        }

        return set;
    }

    private DeviceBuffer SeenBy(RenderTargets view)
    {
        if (!_seen.TryGetValue(view, out DeviceBuffer? seen))
        {
            _seen.Add(view, seen = new(_context.Device, 8UL * (ulong)view.Width * (ulong)view.Height, BufferUsage.Storage, name: "seen through a lens"));
        }

        return seen;
    }
}

using SensorSim.Rendering.Resources;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>
/// How much of the environment's light arrives at every pixel's surface past what stands near it, from a view's own visibility buffer. What is
/// shaded afterwards dims the environment by it, and nothing else.
/// </summary>
internal sealed class AmbientOcclusionPass : IDisposable
{
    private readonly PassContext _context;
    private readonly ResourceLayout _layout;
    private readonly Lazy<ComputePipeline[]> _pipelines;
    private readonly Dictionary<AmbientTargets, ResourceSet> _sets = [];

    public AmbientOcclusionPass(PassContext context)
    {
        _context = context;
        _layout = new(
            context.Device,
            new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(1, ResourceKind.StorageBuffer, ShaderStage.Compute));
        _pipelines = new(() =>
        [
            .. new[] { "surfaces", "occlusion", "filter" }.Select(step => context.Compute($"passes/ambient_{step}.comp", SpecializationConstants.None, 4, _layout)),
        ]);
    }

    /// <param name="view">The visibility of its opaque surfaces is drawn.</param>
    public void Record(ViewRecording view)
    {
        AmbientOcclusion occlusion = view.Frame.Request.Instance.Environment.AmbientOcclusion!;
        foreach (ComputePipeline pipeline in _pipelines.Value)
        {
            view.Bind(pipeline);
            view.Recorder.Bind(1, SetOf(view.Targets.Ambient));
            view.Recorder.PushConstants((float)occlusion.RadiusMetres);
            view.Recorder.Dispatch(((view.Width * view.Height) + 63) / 64);
            view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        }
    }

    public void Dispose()
    {
        foreach (ComputePipeline pipeline in _pipelines.IsValueCreated ? _pipelines.Value : [])
        {
            pipeline.Dispose();
        }

        foreach (ResourceSet set in _sets.Values)
        {
            set.Dispose();
        }

        _layout.Dispose();
    }

    private ResourceSet SetOf(AmbientTargets targets)
    {
        if (!_sets.TryGetValue(targets, out ResourceSet? set))
        {
            _sets.Add(targets, set = new ResourceSet(_context.Device, _layout).Set(0, targets.Surfaces).Set(1, targets.Visible));
        }

        return set;
    }
}

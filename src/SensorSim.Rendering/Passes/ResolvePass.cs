using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Brings rasterized layers into the radiance buffer: over the environment when multisampled, else over the shaded opaque image.</summary>
internal sealed class ResolvePass : IDisposable
{
    private readonly PassContext _context;
    private readonly ResourceLayout _layout;
    private readonly Sampler _sampler;
    private readonly Dictionary<(bool IsMultisampled, bool IsOverBackground, bool Environment), ComputePipeline> _pipelines = [];
    private readonly Dictionary<DeviceImage, ResourceSet> _sets = [];

    public ResolvePass(PassContext context)
    {
        _context = context;
        _layout = new(context.Device, new ResourceBinding(0, ResourceKind.CombinedImageSampler, ShaderStage.Compute));
        _sampler = new(context.Device, SamplerDescription.NearestClamp);
    }

    /// <param name="view">The forward pass has drawn it.</param>
    /// <param name="samples">Colour samples of a pixel.</param>
    /// <param name="isOverBackground">What was drawn lies over the background, else over what is shaded already.</param>
    public void Record(ViewRecording view, int samples, bool isOverBackground)
    {
        for (int layer = 0; layer < view.Frame.Request.LayerCount; layer++)
        {
            var key = (samples > 1, isOverBackground, isOverBackground && layer == 0 && view.HasEnvironment);
            if (!_pipelines.TryGetValue(key, out ComputePipeline? pipeline))
            {
                string shader = samples > 1 ? "passes/resolve_samples.comp" : isOverBackground ? "passes/resolve_solid.comp" : "passes/resolve_transparent.comp";
                _pipelines.Add(key, pipeline = _context.Compute(shader, SpecializationConstants.None.With(2, key.Item3), 4, _layout));
            }

            view.Bind(pipeline);
            view.Recorder.Bind(1, SetOf(view.Targets.Layer(layer, samples)));
            view.Recorder.PushConstants((uint)layer);
            view.Recorder.Dispatch(((view.Width * view.Height) + 63) / 64);
        }

        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [.. _pipelines.Values, .. _sets.Values, _sampler, _layout];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private ResourceSet SetOf(DeviceImage image)
    {
        if (!_sets.TryGetValue(image, out ResourceSet? set))
        {
            _sets.Add(image, set = new ResourceSet(_context.Device, _layout).Set(0, image.View, _sampler));
        }

        return set;
    }
}

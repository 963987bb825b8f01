using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Rasterizes in compute shaders what culling found to be about as small as a pixel.</summary>
internal sealed class MicropolygonPass : IDisposable
{
    private const int Group = 64;

    private readonly CullPass _cull;
    private readonly ResourceLayout _layout;
    private readonly ResourceLayout _mergeLayout;
    private readonly Sampler _sampler;
    private readonly ComputePipeline _centres;
    private readonly ComputePipeline _samples;
    private readonly ComputePipeline _merge;
    private readonly Device _device;
    private readonly Dictionary<NearestMicropolygons, ResourceSet> _sets = [];
    private readonly Dictionary<RenderTargets, ResourceSet> _mergeSets = [];

    public MicropolygonPass(PassContext context, CullPass cull)
    {
        (_device, _cull) = (context.Device, cull);
        var nearest = new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Compute);
        _layout = new(_device, nearest);
        _mergeLayout = new(
            _device,
            nearest,
            new ResourceBinding(1, ResourceKind.UniformTexelBuffer, ShaderStage.Compute),
            new ResourceBinding(2, ResourceKind.CombinedImageSampler, ShaderStage.Compute),
            new ResourceBinding(3, ResourceKind.StorageImage, ShaderStage.Compute));
        _sampler = new(_device, SamplerDescription.NearestClamp);
        _centres = Create("passes/micropolygons.comp", SpecializationConstants.None.With(0, false), _layout);
        _samples = Create("passes/micropolygons.comp", SpecializationConstants.None.With(0, true), _layout);
        _merge = Create("passes/micropolygons_merge.comp", SpecializationConstants.None, _mergeLayout);

        ComputePipeline Create(string shader, SpecializationConstants constants, ResourceLayout layout) => context.Compute(shader, constants, CullPass.RangeBytes, cull.ResourceLayout, layout);
    }

    /// <summary>Whether a view's small triangles are for this pass. What is drawn over them later would have to know their depth.</summary>
    public static bool Suits(ViewPlan view) => view is { Cull: not null, Transparent.Length: 0 };

    /// <summary>At four samples of each pixel; who reads them leaves zeros.</summary>
    public void RecordSamples(ViewRecording view, NearestMicropolygons nearest) => Rasterize(view, _samples, nearest);

    /// <summary>At the centres of pixels, into a visibility buffer that has just been drawn and that shaders may then sample.</summary>
    public void RecordCentres(ViewRecording view)
    {
        NearestMicropolygons nearest = view.Targets.Nearest;
        Rasterize(view, _centres, nearest);
        view.Recorder.Transition(view.Targets.Visibility, ResourceState.ColorAttachment, ResourceState.ShaderStorageWrite);
        view.Recorder.Transition(view.Targets.Depth, ResourceState.DepthAttachment, ResourceState.ShaderSampled);
        Bind(view, _merge, MergeSetOf(view.Targets));
        view.Recorder.Dispatch(((view.Width * view.Height) + Group - 1) / Group);
        view.Recorder.Barrier(ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        view.Recorder.Transition(view.Targets.Depth, ResourceState.ShaderSampled, ResourceState.DepthAttachment);
        view.Recorder.Transition(view.Targets.Visibility, ResourceState.ShaderStorageWrite, ResourceState.ShaderSampled);
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [_centres, _samples, _merge, .. _sets.Values, .. _mergeSets.Values, _sampler, _mergeLayout, _layout];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private void Rasterize(ViewRecording view, ComputePipeline pipeline, NearestMicropolygons nearest)
    {
        Bind(view, pipeline, SetOf(nearest));
        view.Recorder.Dispatch((view.View.Cull!.ClusterCount + Group - 1) / Group);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderSampled);
    }

    private void Bind(ViewRecording view, ComputePipeline pipeline, ResourceSet set)
    {
        view.Bind(pipeline);
        _cull.BindClusters(view);
        view.Recorder.Bind(2, set);
    }

    private ResourceSet SetOf(NearestMicropolygons nearest)
    {
        if (!_sets.TryGetValue(nearest, out ResourceSet? set))
        {
            _sets.Add(nearest, set = new ResourceSet(_device, _layout).Set(0, nearest.Buffer));
        }

        return set;
    }

    private ResourceSet MergeSetOf(RenderTargets targets)
    {
        if (!_mergeSets.TryGetValue(targets, out ResourceSet? set))
        {
            _mergeSets.Add(targets, set = new ResourceSet(_device, _mergeLayout)
                .Set(0, targets.Nearest.Buffer).Set(1, targets.Nearest.Texels).Set(2, targets.Depth.View, _sampler).Set(3, targets.Visibility.View));
        }

        return set;
    }
}

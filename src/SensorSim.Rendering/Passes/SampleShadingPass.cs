using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>
/// Four samples of each pixel where triangles are small: a visibility buffer with four samples, each triangle of a pixel shaded once, and the mean over the background.
/// </summary>
internal sealed class SampleShadingPass : IDisposable
{
    private const int Group = 64;

    /// <summary>Each material, or set of those that are shaded together, goes over all that is to be shaded.</summary>
    private const int MostLists = 8;

    private readonly PassContext _context;
    private readonly CullPass _cull;
    private readonly VisibilityPass _visibility;
    private readonly ResourceLayout _layout;
    private readonly Sampler _sampler;
    private readonly Dictionary<SampleTargets, ResourceSet> _sets = [];
    private readonly Dictionary<(MaterialFeatures Features, LightFeatures Light), ComputePipeline> _shading = [];
    private readonly Dictionary<bool, ComputePipeline> _resolve = [];
    private readonly ComputePipeline _gather;

    public SampleShadingPass(PassContext context, CullPass cull, VisibilityPass visibility)
    {
        (_context, _cull, _visibility) = (context, cull, visibility);
        _layout = new(
            context.Device,
            new ResourceBinding(0, ResourceKind.CombinedImageSampler, ShaderStage.Compute),
            new ResourceBinding(1, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(2, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(3, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(4, ResourceKind.CombinedImageSampler, ShaderStage.Compute),
            new ResourceBinding(5, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(6, ResourceKind.UniformTexelBuffer, ShaderStage.Compute));
        _sampler = new(context.Device, SamplerDescription.NearestClamp);
        _gather = context.Compute("passes/samples_gather.comp", SpecializationConstants.None, 0, _layout);
    }

    /// <summary>Whether a view is shaded here: its triangles are small, and opaque without holes or layers, and no lamp lights them.</summary>
    public static bool Suits(ViewRecording view, int samples) =>
        samples == SampleTargets.Samples
        && view.View is { Cull.HasHoles: false, Transparent.Length: 0 }
        && view.Frame is { Lamps.Count: 0, Request.LayerCount: 1 }
        && !view.Light.HasAmbientOcclusion
        && !view.View.Solid.Any(draw => draw.Features.Layers.Any)
        && Lists(view).Count() <= MostLists;

    public void Record(ViewRecording view)
    {
        SampleTargets targets = view.Targets.Samples;
        ResourceSet set = SetOf(view.Targets);
        Clear(view, targets);
        _visibility.RecordSamples(view, targets);
        int groups = ((view.Width * view.Height) + Group - 1) / Group;
        Dispatch(view, _gather, set, groups);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.IndirectArguments);
        foreach (int slot in Lists(view))
        {
            view.Bind(ShadingOf(view.Frame.Materials.Features(slot), view.Light));
            view.BindMaterial(slot);
            view.Recorder.Bind(2, set);
            _cull.BindClusters(view.Recorder, 3);
            view.Recorder.PushConstants(new DrawConstants((uint)slot, (uint)view.View.Cull!.FirstCluster));
            view.Recorder.DispatchIndirect(targets.Items);
        }

        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        Dispatch(view, ResolveOf(view.HasEnvironment), set, groups);
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [.. _shading.Values, .. _resolve.Values, _gather, .. _sets.Values, _sampler, _layout];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private static IEnumerable<int> Lists(ViewRecording view) =>
        view.View.Solid.Select(draw => view.Frame.Materials.SpanList(draw.Primitive.MaterialSlot)).Distinct();

    // No items, and one row of groups.
    private static void Clear(ViewRecording view, SampleTargets targets)
    {
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferDestination);
        view.Recorder.Barrier(ResourceState.IndirectArguments, ResourceState.TransferDestination);
        view.Recorder.Update<uint>(targets.Items, [0, 1, 1, 0]);
        view.Recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
    }

    private static void Dispatch(ViewRecording view, ComputePipeline pipeline, ResourceSet set, int groups)
    {
        view.Bind(pipeline);
        view.Recorder.Bind(1, set);
        view.Recorder.Dispatch(groups);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    private ComputePipeline ShadingOf(MaterialFeatures features, LightFeatures light)
    {
        if (!_shading.TryGetValue((features, light), out ComputePipeline? pipeline))
        {
            SpecializationConstants constants = light.AddTo(SpecializationConstants.None.With(0, features.Bits).With(1, 1));
            _shading.Add((features, light), pipeline = _context.Compute("passes/samples_shade.comp", constants, 8, _context.MaterialLayout, _layout, _cull.ResourceLayout));
        }

        return pipeline;
    }

    private ComputePipeline ResolveOf(bool hasEnvironment)
    {
        if (!_resolve.TryGetValue(hasEnvironment, out ComputePipeline? pipeline))
        {
            _resolve.Add(hasEnvironment, pipeline = _context.Compute("passes/samples_resolve.comp", SpecializationConstants.None.With(2, hasEnvironment), 0, _layout));
        }

        return pipeline;
    }

    private ResourceSet SetOf(RenderTargets targets)
    {
        if (!_sets.TryGetValue(targets.Samples, out ResourceSet? set))
        {
            SampleTargets samples = targets.Samples;
            _sets.Add(samples, set = new ResourceSet(_context.Device, _layout)
                .Set(0, samples.Visibility.View, _sampler).Set(1, samples.Seen).Set(2, samples.Items).Set(3, samples.Radiance)
                .Set(4, targets.SampledDepth(SampleTargets.Samples).View, _sampler).Set(5, samples.Nearest.Buffer).Set(6, samples.Nearest.Texels));
        }

        return set;
    }
}

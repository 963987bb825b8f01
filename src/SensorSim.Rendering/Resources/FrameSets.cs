using SensorSim.Rendering.Environments;
using SensorSim.Rendering.Twin;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Resources;

/// <summary>The resource set of each frame slot, size of image and lens. Sets are bound anew for each frame: the slot's last frame has finished.</summary>
internal sealed class FrameSets(Device device, ResourceLayout layout) : IDisposable
{
    private readonly Sampler _linear = new(device, SamplerDescription.LinearClamp with { MipFilter = SamplerFilter.Nearest, MaxLod = 0 });
    private readonly Sampler _levels = new(device, SamplerDescription.LinearClamp);
    private readonly Sampler _nearest = new(device, SamplerDescription.NearestClamp);
    private readonly Sampler _shadow = new(
        device, SamplerDescription.LinearClamp with { Compare = CompareOperation.GreaterOrEqual, MipFilter = SamplerFilter.Nearest });

    private readonly Dictionary<(int Slot, RenderTargets Targets, TexelView? Rays), ResourceSet> _sets = [];

    /// <param name="slot">Frame slot.</param>
    /// <param name="targets">What is drawn into.</param>
    /// <param name="rays">Of a camera with a lens.</param>
    public ResourceSet Of(int slot, RenderTargets targets, TexelView? rays)
    {
        if (!_sets.TryGetValue((slot, targets, rays), out ResourceSet? set))
        {
            _sets.Add((slot, targets, rays), set = new(device, layout));
        }

        return set;
    }

    /// <summary>Gives up what was made for the rays of a lens that is gone.</summary>
    public void Forget(TexelView rays)
    {
        foreach (var key in _sets.Keys.Where(key => ReferenceEquals(key.Rays, rays)).ToArray())
        {
            _sets.Remove(key, out ResourceSet? set);
            set!.Dispose();
        }
    }

    public static void BindScene(ResourceSet set, GeometryBuffers geometry) => set
        .Set(FrameBinding.Positions, geometry.Positions.View)
        .Set(FrameBinding.Normals, geometry.Normals.View)
        .Set(FrameBinding.Tangents, geometry.Tangents.View)
        .Set(FrameBinding.Colors, geometry.Colors.View)
        .Set(FrameBinding.TexCoords1, geometry.TexCoords1.View)
        .Set(FrameBinding.Triangles, geometry.Triangles.View);

    public void BindEnvironment(ResourceSet set, EnvironmentTextures environment, DeviceImage splitSum, DeviceImage sheenAlbedo) => set
        .Set(FrameBinding.Prefiltered, environment.Prefiltered.View, _linear)
        .Set(FrameBinding.Irradiance, environment.Irradiance.View, _linear)
        .Set(FrameBinding.SplitSum, splitSum.View, _linear)
        .Set(FrameBinding.SheenAlbedo, sheenAlbedo.View, _linear);

    public void BindFrame(ResourceSet set, FrameBuffers buffers, DeviceImage shadowMaps, DeviceBuffer results) => set
        .Set(FrameBinding.View, buffers.Views.Buffer, 0, ViewBuffer.BlockSize)
        .Set(FrameBinding.Objects, buffers.Poses.View)
        .Set(FrameBinding.DrawnObjects, buffers.Drawn.View)
        .Set(FrameBinding.Lamps, buffers.Lamps.Buffer)
        .Set(FrameBinding.LampWeights, buffers.LampWeights.Buffer)
        .Set(FrameBinding.Materials, buffers.Materials.View)
        .Set(FrameBinding.MaterialLayers, buffers.MaterialLayers.View)
        .Set(FrameBinding.Categories, buffers.Categories.Buffer)
        .Set(FrameBinding.ShadowMaps, shadowMaps.View, _shadow)
        .Set(FrameBinding.ShadowDepths, shadowMaps.View, _nearest)
        .Set(FrameBinding.Planes, results);

    public void BindTargets(ResourceSet set, RenderTargets targets) => set
        .Set(FrameBinding.Visibility, targets.Visibility.View, _nearest)
        .Set(FrameBinding.SpanLists, targets.SpanLists)
        .Set(FrameBinding.Spans, targets.Spans)
        .Set(FrameBinding.SpanKinds, targets.SpanKinds)
        .Set(FrameBinding.SpanKindTexels, targets.SpanKindTexels)
        .Set(FrameBinding.Ambient, targets.Ambient.Ambient)
        .Set(FrameBinding.Radiance, targets.Radiance)
        .Set(FrameBinding.Backdrop, targets.Backdrop.GetView(ImageViewKind.Image2DArray, targets.Backdrop.AllSubresources), _levels);

    public void Dispose()
    {
        foreach (ResourceSet set in _sets.Values)
        {
            set.Dispose();
        }

        _shadow.Dispose();
        _nearest.Dispose();
        _levels.Dispose();
        _linear.Dispose();
    }
}

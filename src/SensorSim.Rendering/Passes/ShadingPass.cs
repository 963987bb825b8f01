using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>Shades every visible opaque pixel once, material by material, and fills the rest with the environment.</summary>
internal sealed class ShadingPass(PassContext context) : IDisposable
{
    /// <summary>LAYER_CAPACITY of shading.glsl.</summary>
    private const int LayerCapacity = 8;

    private readonly Dictionary<(MaterialFeatures Features, int Layers, LightFeatures Light), ComputePipeline> _shading = [];
    private readonly Dictionary<(int Layers, bool Environment), ComputePipeline> _background = [];

    public void Record(ViewRecording view)
    {
        RecordBackground(view);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        foreach (int slot in view.View.Solid.Select(draw => view.Frame.Materials.SpanList(draw.Primitive.MaterialSlot)).Distinct())
        {
            for (int first = 0; first < view.Frame.Request.LayerCount; first += LayerCapacity)
            {
                RecordSlot(view, slot, first, Math.Min(view.Frame.Request.LayerCount - first, LayerCapacity));
            }
        }

        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    public void Dispose()
    {
        foreach (ComputePipeline pipeline in _shading.Values.Concat(_background.Values))
        {
            pipeline.Dispose();
        }
    }

    private void RecordBackground(ViewRecording view)
    {
        (int Layers, bool Environment) key = (view.Frame.Request.LayerCount, view.HasEnvironment);
        if (!_background.TryGetValue(key, out ComputePipeline? pipeline))
        {
            SpecializationConstants constants = SpecializationConstants.None.With(1, key.Layers).With(2, key.Environment);
            _background.Add(key, pipeline = context.Compute("passes/background.comp", constants, 8));
        }

        view.Bind(pipeline);
        view.Recorder.PushConstants(new DrawConstants(view.BackgroundList, 0));
        view.Recorder.DispatchIndirect(view.Targets.SpanLists, SpanSortPass.PixelArguments(view.BackgroundList));
    }

    private void RecordSlot(ViewRecording view, int slot, int firstLayer, int layers)
    {
        MaterialFeatures features = view.Frame.Materials.Features(slot);
        var key = (features, layers, view.Light);
        if (!_shading.TryGetValue(key, out ComputePipeline? pipeline))
        {
            SpecializationConstants constants = view.Light.AddTo(SpecializationConstants.None.With(0, features.Bits).With(1, layers));
            _shading.Add(key, pipeline = features.Layers.Any
                ? context.Compute("passes/shade_layered.comp", constants.With(8, features.Layers.Bits), 8, context.MaterialLayout, context.LayersLayout)
                : context.Compute("passes/shade.comp", constants, 8, context.MaterialLayout));
        }

        view.Bind(pipeline);
        view.BindMaterial(slot);
        view.Recorder.PushConstants(new DrawConstants((uint)slot, (uint)firstLayer));
        view.Recorder.DispatchIndirect(view.Targets.SpanLists, SpanSortPass.PixelArguments((uint)slot));
    }
}

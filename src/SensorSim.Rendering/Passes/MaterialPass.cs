using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SensorSim.Rendering.Aovs;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>What materials are before any light, where that was asked for: material by material, as shading goes. Costs nothing when it was not.</summary>
internal sealed class MaterialPass(PassContext context, RenderSettings settings) : IDisposable
{
    private readonly (int Index, SurfaceAov Aov)[] _wanted = [.. SurfaceAov.In(settings.Labels).Where(aov => aov.Index >= SurfaceAov.FirstMaterial)];
    private readonly Dictionary<uint, RayPipeline> _pipelines = [];

    /// <summary>Writes the planes of a view, whose visibility is drawn and sorted.</summary>
    public void Record(ViewRecording view, ResultLayout result)
    {
        if (_wanted.Length == 0)
        {
            return;
        }

        foreach (int slot in view.View.Slots.Select(view.Frame.Materials.SpanList).Distinct())
        {
            view.Bind(PipelineFor(view.Frame.Materials.Features(slot)).For(view));
            view.Recorder.Bind(1, view.Frame.Materials.Textures(slot));
            view.Recorder.PushConstants(ConstantsOf(slot, result));
            view.Recorder.DispatchIndirect(view.Targets.SpanLists, SpanSortPass.PixelArguments((uint)slot));
        }
    }

    public void Dispose()
    {
        foreach (RayPipeline pipeline in _pipelines.Values)
        {
            pipeline.Dispose();
        }
    }

    private RayPipeline PipelineFor(in MaterialFeatures features)
    {
        if (!_pipelines.TryGetValue(features.Bits, out RayPipeline? pipeline))
        {
            uint wanted = _wanted.Aggregate(0u, (bits, aov) => bits | (1u << (aov.Index - SurfaceAov.FirstMaterial)));
            SpecializationConstants constants = SpecializationConstants.None.With(0, features.Bits).With(1, wanted);
            _pipelines.Add(features.Bits, pipeline = new(context, "passes/materials.comp", constants, Marshal.SizeOf<Constants>(), context.MaterialLayout));
        }

        return pipeline;
    }

    private Constants ConstantsOf(int slot, ResultLayout result)
    {
        var constants = new Constants { List = (uint)slot };
        foreach ((int index, SurfaceAov aov) in _wanted)
        {
            constants.At[index - SurfaceAov.FirstMaterial] = result.Surface(aov.Kind).FirstWord;
        }

        return constants;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Constants
    {
        public uint List;
        public Offsets At;
    }

    [InlineArray(SurfaceAov.MaterialCount)]
    private struct Offsets
    {
        private uint _first;
    }
}

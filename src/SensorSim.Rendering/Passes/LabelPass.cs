using System.Runtime.InteropServices;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>Depth, normal, instance and category from the visibility buffer, in the sample format of the files.</summary>
internal sealed class LabelPass : IDisposable
{
    private readonly RayPipeline _pipeline;

    public LabelPass(PassContext context, RenderSettings settings)
    {
        LabelKinds labels = settings.Labels;
        uint depth = !labels.HasFlag(LabelKinds.Depth) ? 0u : settings.DepthFormat == DepthFormat.Metres ? 2u : 1u;
        SpecializationConstants constants = SpecializationConstants.None
            .With(0, depth)
            .With(1, labels.HasFlag(LabelKinds.Normal))
            .With(2, labels.HasFlag(LabelKinds.Instance))
            .With(3, labels.HasFlag(LabelKinds.Category) ? settings.CategoryBits : 0);
        _pipeline = new(context, "passes/labels.comp", constants, Marshal.SizeOf<Constants>());
    }

    /// <summary>Empty pixels stay as they are: the planes are zero before.</summary>
    public void Record(ViewRecording view, ResultLayout result)
    {
        view.Bind(_pipeline.For(view));
        view.Recorder.PushConstants(new Constants(
            view.CoveredList, result.Depth.FirstWord, result.Normal.FirstWord, result.Instance.FirstWord, result.Category.FirstWord));
        view.Recorder.DispatchIndirect(view.Targets.SpanLists, SpanSortPass.QuadArguments(view.CoveredList));
    }

    public void Dispose() => _pipeline.Dispose();

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(uint List, uint Depth, uint Normal, uint Instance, uint Category);
}

using System.Runtime.InteropServices;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>Sorts the image's spans of eight pixels by material, so that later passes run only where they have work.</summary>
internal sealed class SpanSortPass(PassContext context) : IDisposable
{
    private const int Span = 8;
    private const int Group = 64;

    private readonly ComputePipeline _count = context.Compute("passes/spans_count.comp", SpecializationConstants.None, 12);
    private readonly ComputePipeline _place = context.Compute("passes/spans_place.comp", SpecializationConstants.None, 12);
    private readonly ComputePipeline _fill = context.Compute("passes/spans_fill.comp", SpecializationConstants.None, 12);

    /// <summary>Where a list's dispatch arguments are, one invocation for each pixel.</summary>
    public static ulong PixelArguments(uint list) => list * RenderTargets.SpanListWords * 4UL;

    /// <summary>Where a list's dispatch arguments are, one invocation for four pixels.</summary>
    public static ulong QuadArguments(uint list) => PixelArguments(list) + 24;

    public void Record(ViewRecording view)
    {
        CommandRecorder recorder = view.Recorder;
        int spans = ((view.Width * view.Height) + Span - 1) / Span;
        int groups = (spans + Group - 1) / Group;
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferDestination);
        recorder.Barrier(ResourceState.IndirectArguments, ResourceState.TransferDestination);
        recorder.Barrier(ResourceState.ShaderSampled, ResourceState.ShaderStorageWrite);
        recorder.Fill(view.Targets.SpanLists);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
        Dispatch(view, _count, groups);
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        Dispatch(view, _place, 1);
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderSampled);
        Dispatch(view, _fill, groups);
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.IndirectArguments);
    }

    public void Dispose()
    {
        _count.Dispose();
        _place.Dispose();
        _fill.Dispose();
    }

    private static void Dispatch(ViewRecording view, ComputePipeline pipeline, int groups)
    {
        view.Bind(pipeline);
        view.Recorder.PushConstants(new Lists(view.BackgroundList, view.CoveredList, view.CoveredList + 1));
        view.Recorder.Dispatch(groups);
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Lists(uint Background, uint Covered, uint Count);
}

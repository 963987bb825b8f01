using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Counts the bits that objects drawn alone have set.</summary>
internal sealed class CoverageCountPass : IDisposable
{
    private const int WordsOfGroup = 64 * 16; // of coverage_count.comp

    private readonly ResourceLayout _layout;
    private readonly ResourceSet[] _sets;
    private readonly ComputePipeline _pipeline;

    public CoverageCountPass(PassContext context, int framesInFlight)
    {
        _layout = new(context.Device, [.. Enumerable.Range(0, 3).Select(binding => new ResourceBinding(binding, ResourceKind.StorageBuffer, ShaderStage.Compute))]);
        _sets = [.. Enumerable.Range(0, framesInFlight).Select(_ => new ResourceSet(context.Device, _layout))];
        _pipeline = context.Compute("passes/coverage_count.comp", SpecializationConstants.None, Marshal.SizeOf<Constants>(), _layout);
    }

    /// <summary>Binds what a frame counts with.</summary>
    public void Prepare(FrameBuffers buffers, DeviceBuffer bits, DeviceBuffer counters, int slot) =>
        _sets[slot].Set(0, buffers.Regions.Buffer).Set(1, bits).Set(2, counters);

    /// <param name="view">Outside of rendering.</param>
    /// <param name="counted">Objects whose bits are all set.</param>
    /// <param name="firstCounter">First word of the view's counters.</param>
    /// <param name="slot">Frame slot.</param>
    public void Record(ViewRecording view, CountedRegions counted, uint firstCounter, int slot)
    {
        if (counted.Objects == 0)
        {
            return;
        }

        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
        view.Bind(_pipeline);
        view.Recorder.Bind(1, _sets[slot]);
        view.Recorder.PushConstants(new Constants((uint)counted.First, firstCounter));
        view.Recorder.Dispatch((((counted.LargestArea + 31) / 32) + WordsOfGroup - 1) / WordsOfGroup, counted.Objects);
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [_pipeline, .. _sets, _layout];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(uint FirstRegion, uint FirstCounter);
}

using System.Runtime.InteropServices;
using SensorSim.Rendering.Planning;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Brings the bits of objects that were drawn alone on a lens's face into its image, and counts them.</summary>
internal sealed class LensCoveragePass : IDisposable
{
    private readonly ResourceLayout _layout;
    private readonly ResourceSet[] _sets;
    private readonly Lazy<ComputePipeline> _pipeline;

    public LensCoveragePass(PassContext context, int framesInFlight)
    {
        _layout = new(context.Device, [.. Enumerable.Range(0, 4).Select(binding => new ResourceBinding(binding, ResourceKind.StorageBuffer, ShaderStage.Compute))]);
        _sets = [.. Enumerable.Range(0, framesInFlight).Select(_ => new ResourceSet(context.Device, _layout))];
        SpecializationConstants constants = SpecializationConstants.None.With(RayPipeline.RayMapConstant, true);
        _pipeline = new(() => context.Compute("passes/coverage_gather.comp", constants, Marshal.SizeOf<Constants>(), _layout));
    }

    /// <summary>Binds what a frame counts with.</summary>
    public void Prepare(DeviceBuffer regions, DeviceBuffer faceBits, DeviceBuffer bits, DeviceBuffer counters, int slot) =>
        _sets[slot].Set(0, regions).Set(1, faceBits).Set(2, bits).Set(3, counters);

    /// <param name="canvas">The lens's image, or the small canvas around it.</param>
    /// <param name="chunk">Its objects.</param>
    /// <param name="face">Whose bits are drawn.</param>
    /// <param name="firstCounter">First word of the view's counters.</param>
    /// <param name="slot">Frame slot.</param>
    public void Record(ViewRecording canvas, CoverageChunk chunk, CoverageFace face, uint firstCounter, int slot)
    {
        canvas.Bind(_pipeline.Value);
        canvas.Recorder.Bind(1, _sets[slot]);
        canvas.Recorder.PushConstants(new Constants(
            FaceConstants.Of(canvas.View.Rays!.Faces[face.Index], face.Index), (uint)chunk.FirstRegion, (uint)face.FirstPlace, firstCounter, chunk.IsOutside ? 1u : 0));
        canvas.Recorder.Dispatch((chunk.LargestArea + 63) / 64, chunk.Objects);
        canvas.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    public void Dispose()
    {
        IEnumerable<IDisposable?> owned = [_pipeline.IsValueCreated ? _pipeline.Value : null, .. _sets, _layout];
        foreach (IDisposable? resource in owned)
        {
            resource?.Dispose();
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(FaceConstants Face, uint FirstRegion, uint FirstPlace, uint FirstCounter, uint IsOutside);
}

using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Passes;

/// <summary>Adds up the slices of exposures, one sum for each view of a frame.</summary>
internal sealed class ExposurePass : IDisposable
{
    private readonly PassContext _context;
    private readonly ResourceLayout _layout;
    private readonly Lazy<ComputePipeline> _pipeline;
    private readonly Dictionary<(int View, int Slot), ResourceSet> _sets = [];
    private readonly List<DeviceBuffer?> _sums = [];

    public ExposurePass(PassContext context)
    {
        _context = context;
        _layout = new(
            context.Device,
            new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Compute),
            new ResourceBinding(1, ResourceKind.StorageBuffer, ShaderStage.Compute));
        _pipeline = new(() => context.Compute("passes/expose.comp", SpecializationConstants.None, Marshal.SizeOf<Constants>(), _layout));
    }

    /// <summary>The sum of a view, ready to be written; made anew for a larger image.</summary>
    public DeviceBuffer SumOf(int view, int width, int height)
    {
        ulong bytes = 16UL * (ulong)width * (ulong)height;
        while (_sums.Count <= view)
        {
            _sums.Add(null);
        }

        if (_sums[view] is not { } sum || sum.SizeInBytes < bytes)
        {
            _sums[view]?.Dispose();
            _sums[view] = sum = new(_context.Device, bytes, BufferUsage.Storage | BufferUsage.UniformTexel, name: "exposure");
        }

        return sum;
    }

    /// <param name="view">Its radiance is there.</param>
    /// <param name="slice">The view's part in the slice.</param>
    /// <param name="index">Place of the view in the request.</param>
    /// <param name="slot">Frame slot.</param>
    /// <param name="buffers">With the slice's row weights.</param>
    /// <param name="firstWeight">Where the view's weights begin.</param>
    /// <param name="isFirst">Whether the sum begins with this slice.</param>
    public void Record(ViewRecording view, SliceView slice, int index, int slot, FrameBuffers buffers, int firstWeight, bool isFirst)
    {
        CameraIntrinsics whole = slice.Camera.Intrinsics;
        DeviceBuffer sum = SumOf(index, whole.Width, whole.Height);
        if (!_sets.TryGetValue((index, slot), out ResourceSet? set))
        {
            _sets.Add((index, slot), set = new(_context.Device, _layout));
        }

        if (isFirst)
        {
            view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferDestination);
            view.Recorder.Fill(sum);
            view.Recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
        }

        PixelRectangle part = slice.Part ?? new(0, 0, whole.Width, whole.Height), omitted = slice.Omitted;
        view.Bind(_pipeline.Value);
        view.Recorder.Bind(1, set.Set(0, sum).Set(1, buffers.RowWeights.Buffer));
        view.Recorder.PushConstants(new Constants(
            (uint)firstWeight, (uint)view.Frame.Request.LayerCount, part.X, part.Y, omitted.X, omitted.Y, omitted.Right, omitted.Bottom, (uint)whole.Width));
        view.Recorder.Dispatch(((view.Width * view.Height) + 63) / 64);
        view.Recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.ShaderStorageWrite);
    }

    public void Dispose()
    {
        IEnumerable<IDisposable?> owned = [_pipeline.IsValueCreated ? _pipeline.Value : null, .. _sets.Values, .. _sums, _layout];
        foreach (IDisposable? resource in owned)
        {
            resource?.Dispose();
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Constants(
        uint FirstWeight, uint LayerCount, int X, int Y, int OmittedLeft, int OmittedTop, int OmittedRight, int OmittedBottom, uint WholeWidth);
}

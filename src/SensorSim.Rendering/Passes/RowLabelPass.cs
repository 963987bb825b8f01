using SensorSim.Rendering.Resources;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Passes;

/// <summary>Gathers labels that are of another instant for each group of rows, before they go where a frame's results are.</summary>
internal sealed class RowLabelPass(PassContext context) : IDisposable
{
    private DeviceBuffer? _gathered;

    /// <summary>Where the labels of one group go.</summary>
    /// <param name="recorder">The group's.</param>
    /// <param name="layout">Of the view's labels.</param>
    /// <param name="isFirst">Whether the frame begins with this group.</param>
    public DeviceBuffer Begin(CommandRecorder recorder, ResultLayout layout, bool isFirst)
    {
        if (_gathered is null || _gathered.SizeInBytes < (ulong)layout.End)
        {
            _gathered?.Dispose();
            _gathered = new(context.Device, (ulong)layout.End, BufferUsage.Storage, name: "labels by row");
        }

        if (isFirst)
        {
            recorder.Barrier(ResourceState.TransferSource, ResourceState.TransferDestination);
            recorder.Fill(_gathered);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
        }

        return _gathered;
    }

    /// <summary>Copies the images of all groups, and what they counted, to the frame's results.</summary>
    public void Finish(CommandRecorder recorder, ResultLayout layout, DeviceBuffer results)
    {
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
        recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferDestination);
        recorder.Copy(_gathered!, results, 0, (ulong)layout.Begin, (ulong)(layout.Consumed.Offset - layout.Begin));
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageWrite);
    }

    public void Dispose() => _gathered?.Dispose();
}

using System.Runtime.InteropServices;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;

namespace SensorSim.Vulkan.Memory;

/// <summary>
/// Memory of a <see cref="ReadbackRing"/> on loan: the recording thread copies into it, any other thread waits, reads and disposes it,
/// which gives the memory back. Spans are valid until then.
/// </summary>
public sealed class ReadbackSlot : IDisposable
{
    private readonly ReadbackRing ring;
    private readonly Device device;
    private readonly TaskCompletionSource<ulong> submission = new();
    private bool isCompleted;
    private bool isInvalidated;
    private int disposed;

    internal ReadbackSlot(ReadbackRing ring, Device device, DeviceBuffer buffer)
    {
        this.ring = ring;
        this.device = device;
        Buffer = buffer;
    }

    /// <summary>Where the recorded copies go; bytes beyond what was copied are old.</summary>
    public DeviceBuffer Buffer { get; }

    /// <summary>The content has arrived.</summary>
    public bool IsReady => submission.Task.IsCompletedSuccessfully && device.Timeline.IsComplete(submission.Task.Result);

    /// <summary>Records the copy of one image level (state TransferSource) to the given offset, a multiple of 4 and of the pixel size.</summary>
    public void Copy(CommandRecorder recorder, DeviceImage source, ulong offsetInBytes = 0, int mip = 0, int layer = 0, int layerCount = 1) =>
        recorder.Copy(source, Buffer, offsetInBytes, mip, layer, layerCount);

    /// <summary>Records the copy of a buffer (state TransferSource) to the given offset.</summary>
    public void Copy(CommandRecorder recorder, DeviceBuffer source, ulong offsetInBytes = 0, ulong sourceOffset = 0, ulong sizeInBytes = 0) =>
        recorder.Copy(source, Buffer, sourceOffset, offsetInBytes, sizeInBytes);

    /// <summary>Call once after the last copy: makes the bytes visible to the host and ties the slot to the recorder's submission.</summary>
    public void Complete(CommandRecorder recorder)
    {
        isCompleted = true;
        recorder.Barrier(Buffer, ResourceState.TransferDestination, ResourceState.HostRead);
        recorder.OnSubmitted(value =>
        {
            if (value == 0)
                submission.TrySetException(new InvalidOperationException("The recorder of this readback was never submitted."));
            else
                submission.TrySetResult(value);
        });
    }

    /// <summary>Blocks until the content has arrived. Safe from any thread.</summary>
    public void Wait(CancellationToken cancellation = default)
    {
        device.Timeline.Wait(submission.Task.WaitAsync(cancellation).GetAwaiter().GetResult());
        if (isInvalidated)
            return;
        isInvalidated = true;
        Buffer.Invalidate();
    }

    /// <summary>The content, after <see cref="Wait"/>.</summary>
    public ReadOnlySpan<T> Read<T>(ulong offsetInBytes, int count)
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(disposed != 0, this);
        if (!isInvalidated)
            throw new InvalidOperationException("Wait for the readback before reading it.");
        ReadOnlySpan<byte> bytes = Buffer.Map<byte>()[(int)offsetInBytes..];
        return MemoryMarshal.Cast<byte, T>(bytes)[..count];
    }

    /// <summary>Gives the memory back to the ring, once no recorder that was to write it can still be submitted.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref disposed, 1) != 0)
            return;
        if (isCompleted)
            _ = submission.Task.ContinueWith(GiveBack, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        else
            ring.Return(Buffer, lastUse: 0);
    }

    private void GiveBack(Task<ulong> submitted) => ring.Return(Buffer, submitted.IsCompletedSuccessfully ? submitted.Result : 0);
}

using System.Diagnostics;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Hosting.Benchmarks;

/// <summary>How fast bytes come from the device to the host: the limit of everything that is read back.</summary>
public static class CopyBench
{
    private const ulong BytesPerCopy = 64 << 20;

    /// <param name="device">The device.</param>
    /// <param name="copies">How many copies are timed, after as many to warm up.</param>
    public static BenchCase Measure(Device device, int copies)
    {
        ArgumentNullException.ThrowIfNull(device);
        using var ring = new ReadbackRing(device, 2, BytesPerCopy);
        using var source = new DeviceBuffer(device, BytesPerCopy, BufferUsage.Storage, name: "copy benchmark");
        Copy(device, ring, source, copies);
        long started = Stopwatch.GetTimestamp();
        Copy(device, ring, source, copies);
        return new("copy", "64 MiB from the device to the host", copies, Stopwatch.GetElapsedTime(started).TotalSeconds, (long)BytesPerCopy);
    }

    private static void Copy(Device device, ReadbackRing ring, DeviceBuffer source, int copies)
    {
        for (int i = 0; i < copies; i++)
        {
            using ReadbackSlot slot = ring.Acquire();
            device.Execute(recorder =>
            {
                recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
                slot.Copy(recorder, source);
                slot.Complete(recorder);
            });
            slot.Wait();
        }
    }
}

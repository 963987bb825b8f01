using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Commands;

/// <summary>A timeline semaphore: each submission gets the next value, and the GPU counts up as it finishes. Safe from any thread.</summary>
public sealed unsafe class Timeline : IDisposable
{
    private readonly VkDevice device;
    private ulong lastSubmitted;
    private bool disposed;

    internal Timeline(Device device)
    {
        this.device = device.Handle;
        var type = new VkSemaphoreTypeCreateInfo { semaphoreType = VkSemaphoreType.Timeline };
        var info = new VkSemaphoreCreateInfo { pNext = &type };
        VkSemaphore handle;
        Check(Vk.vkCreateSemaphore(this.device, &info, null, &handle));
        Handle = handle;
    }

    /// <summary>The value of the newest submission; 0 before the first.</summary>
    public ulong LastSubmitted => Volatile.Read(ref lastSubmitted);

    /// <summary>Everything up to this value has finished.</summary>
    public ulong Completed
    {
        get
        {
            ulong value;
            Check(Vk.vkGetSemaphoreCounterValue(device, Handle, &value));
            return value;
        }
    }

    internal VkSemaphore Handle { get; }

    public bool IsComplete(ulong value) => Completed >= value;

    /// <summary>Blocks until <paramref name="value"/> is reached. Throws when the device is lost.</summary>
    public void Wait(ulong value) => TryWait(value, Timeout.InfiniteTimeSpan);

    /// <summary>Blocks until <paramref name="value"/> is reached or the time is over; true when it was reached.</summary>
    public bool TryWait(ulong value, TimeSpan timeout)
    {
        if (value > LastSubmitted)
            throw new InvalidOperationException($"Timeline value {value} was never submitted (the newest is {LastSubmitted}); waiting would not end.");
        ulong nanoseconds = timeout == Timeout.InfiniteTimeSpan ? ulong.MaxValue : (ulong)(timeout.TotalSeconds * 1e9);
        VkSemaphore semaphore = Handle;
        var info = new VkSemaphoreWaitInfo { semaphoreCount = 1, pSemaphores = &semaphore, pValues = &value };
        return Check(Vk.vkWaitSemaphores(device, &info, nanoseconds)) == VkResult.Success;
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        Vk.vkDestroySemaphore(device, Handle, null);
    }

    internal ulong NextValue() => LastSubmitted + 1;

    internal void MarkSubmitted(ulong value) => Volatile.Write(ref lastSubmitted, value);
}

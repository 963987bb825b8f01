using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Commands;

/// <summary>Recorders that are used and reused together. One thread at a time.</summary>
public sealed unsafe class CommandPool : IDisposable
{
    private readonly Device device;
    private readonly VkCommandPool handle;
    private readonly List<CommandRecorder> recorders = [];
    private int inUse;
    private bool disposed;

    public CommandPool(Device device)
    {
        this.device = device;
        var info = new VkCommandPoolCreateInfo { flags = VkCommandPoolCreateFlags.Transient, queueFamilyIndex = (uint)device.PhysicalDevice.QueueFamily };
        VkCommandPool created;
        Check(Vk.vkCreateCommandPool(device.Handle, &info, null, &created));
        handle = created;
    }

    /// <summary>A recorder that is recording.</summary>
    public CommandRecorder Begin()
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (inUse == recorders.Count)
            recorders.Add(new(device, Allocate()));
        CommandRecorder recorder = recorders[inUse++];
        recorder.Begin();
        return recorder;
    }

    /// <summary>Makes every recorder free again. Everything submitted from this pool must have finished.</summary>
    public void Reset()
    {
        Abandon();
        Check(Vk.vkResetCommandPool(device.Handle, handle, VkCommandPoolResetFlags.None));
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        Abandon();
        device.Retire(() => Vk.vkDestroyCommandPool(device.Handle, handle, null));
    }

    private void Abandon()
    {
        foreach (CommandRecorder recorder in recorders)
            recorder.Abandon();
        inUse = 0;
    }

    private VkCommandBuffer Allocate()
    {
        var info = new VkCommandBufferAllocateInfo { commandPool = handle, level = VkCommandBufferLevel.Primary, commandBufferCount = 1 };
        VkCommandBuffer buffer;
        Check(Vk.vkAllocateCommandBuffers(device.Handle, &info, &buffer));
        return buffer;
    }
}

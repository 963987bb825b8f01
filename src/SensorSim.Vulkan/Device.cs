using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan;

/// <summary>
/// A device in use: one queue that draws and computes, its memory and its timeline. One thread records and submits;
/// waiting on <see cref="Timeline"/> and reading host-visible memory is safe from any thread.
/// Objects made from a device must be disposed before it; disposing one that the GPU still uses is safe once its commands were submitted.
/// </summary>
public sealed unsafe class Device : IDisposable
{
    private readonly VulkanInstance instance;
    private readonly Lock submission = new();
    private readonly RetirementQueue retired;
    private bool disposed;

    /// <param name="instance">Must outlive the device.</param>
    /// <param name="physicalDevice">One of the instance's, see <see cref="DeviceSelector"/>.</param>
    /// <param name="pipelineCacheDirectory">Where compiled pipelines are kept between runs; null keeps them in memory only.</param>
    public Device(VulkanInstance instance, PhysicalDevice physicalDevice, string? pipelineCacheDirectory = null)
    {
        if (physicalDevice.Unsuitability is { } reason)
            throw new VulkanException($"Device '{physicalDevice.Name}' cannot be used: {reason}.");
        this.instance = instance;
        PhysicalDevice = physicalDevice;
        if (IsSoftware)
            ProcessHeap.KeepMemory();
        Handle = Create(physicalDevice);
        VkQueue queue;
        Vk.vkGetDeviceQueue(Handle, (uint)physicalDevice.QueueFamily, 0, &queue);
        Queue = queue;
        Timeline = new(this);
        retired = new(Timeline);
        Memory = new(this);
        Descriptors = new(this);
        PipelineCache = new(this, pipelineCacheDirectory);
    }

    public PhysicalDevice PhysicalDevice { get; }

    public DeviceLimits Limits => PhysicalDevice.Limits;

    public DeviceFeatures Features => PhysicalDevice.Features;

    public bool IsSoftware => PhysicalDevice.IsSoftware;

    /// <summary>Counts the submissions of this device's queue.</summary>
    public Timeline Timeline { get; }

    public MemoryAllocator Memory { get; }

    public PipelineCache PipelineCache { get; }

    internal DescriptorAllocator Descriptors { get; }

    internal VkDevice Handle { get; }

    internal VkQueue Queue { get; }

    internal VkExtensionCommands Extensions => instance.Extensions;

    /// <summary>Ends the recorders and sends them to the queue in order; returns the timeline value that is reached when the last has finished.</summary>
    public ulong Submit(params ReadOnlySpan<CommandRecorder> recorders)
    {
        foreach (CommandRecorder recorder in recorders)
            recorder.End();
        ulong value;
        lock (submission)
        {
            value = Timeline.NextValue();
            SubmitToQueue(recorders, value);
            Timeline.MarkSubmitted(value);
        }

        foreach (CommandRecorder recorder in recorders)
            recorder.NotifySubmitted(value);
        retired.Collect();
        return value;
    }

    /// <summary>Records, submits and waits: for loading and for tests, not for frames.</summary>
    public void Execute(Action<CommandRecorder> record)
    {
        using var pool = new CommandPool(this);
        CommandRecorder recorder = pool.Begin();
        record(recorder);
        Timeline.Wait(Submit(recorder));
    }

    /// <summary>Waits until the device has nothing left to do.</summary>
    public void WaitIdle()
    {
        lock (submission)
            Check(Vk.vkDeviceWaitIdle(Handle));
        retired.Collect();
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        // A lost device answers vkDeviceWaitIdle with an error, and its objects may then be destroyed all the same.
        _ = Vk.vkDeviceWaitIdle(Handle);
        PipelineCache.Dispose();
        retired.DestroyAll();
        Descriptors.Dispose();
        Memory.Dispose();
        Timeline.Dispose();
        Vk.vkDestroyDevice(Handle, null);
    }

    /// <summary>Runs the action once the GPU has finished everything submitted so far.</summary>
    internal void Retire(Action destroy)
    {
        // After the device is gone its objects are gone too, and there is nothing left to destroy.
        if (!disposed)
            retired.Add(destroy);
    }

    /// <summary>Names an object in validation messages and GPU debuggers; does nothing without the debug-utils extension.</summary>
    internal void SetName(VkObjectType type, ulong handle, string? name)
    {
        if (name is null || Extensions.vkSetDebugUtilsObjectNameEXT == null)
            return;
        using var text = new NativeText();
        var info = new VkDebugUtilsObjectNameInfoEXT { objectType = type, objectHandle = handle, pObjectName = text.Utf8(name) };
        Check(Extensions.vkSetDebugUtilsObjectNameEXT(Handle, &info), "vkSetDebugUtilsObjectNameEXT");
    }

    private static VkDevice Create(PhysicalDevice physicalDevice)
    {
        DeviceFeatureSet supported = DeviceFeatureSet.Query(physicalDevice.Handle);
        if (supported.Missing() is { } missing)
            throw new VulkanException($"Device '{physicalDevice.Name}' lacks the Vulkan feature {missing}.");
        DeviceFeatureSet enabled = supported.Enabled();
        enabled.V12.pNext = &enabled.V13;
        enabled.V11.pNext = &enabled.V12;
        var features = new VkPhysicalDeviceFeatures2 { pNext = &enabled.V11, features = enabled.V10 };
        float priority = 1;
        var queue = new VkDeviceQueueCreateInfo { queueFamilyIndex = (uint)physicalDevice.QueueFamily, queueCount = 1, pQueuePriorities = &priority };
        var info = new VkDeviceCreateInfo { pNext = &features, queueCreateInfoCount = 1, pQueueCreateInfos = &queue };
        VkDevice handle;
        Check(Vk.vkCreateDevice(physicalDevice.Handle, &info, null, &handle));
        return handle;
    }

    private void SubmitToQueue(ReadOnlySpan<CommandRecorder> recorders, ulong value)
    {
        VkCommandBufferSubmitInfo* commands = stackalloc VkCommandBufferSubmitInfo[recorders.Length];
        for (int i = 0; i < recorders.Length; i++)
            commands[i] = new() { commandBuffer = recorders[i].Handle };
        var signal = new VkSemaphoreSubmitInfo { semaphore = Timeline.Handle, value = value, stageMask = VkPipelineStageFlags2.AllCommands };
        var info = new VkSubmitInfo2
        {
            commandBufferInfoCount = (uint)recorders.Length,
            pCommandBufferInfos = commands,
            signalSemaphoreInfoCount = 1,
            pSignalSemaphoreInfos = &signal,
        };
        Check(Vk.vkQueueSubmit2(Queue, 1, &info, default));
    }
}

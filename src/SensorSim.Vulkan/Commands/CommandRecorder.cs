using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Pipelines;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Commands;

/// <summary>
/// Records commands for one submission. Barriers are explicit: say with <c>Transition</c> and <c>Barrier</c> how each resource was used and
/// will be used. One thread at a time.
/// </summary>
public sealed unsafe partial class CommandRecorder
{
    private readonly Device device;
    private readonly List<Action<ulong>> submitted = [];
    private Pipeline? pipeline;
    private bool isRecording;

    internal CommandRecorder(Device device, VkCommandBuffer handle)
    {
        this.device = device;
        Handle = handle;
    }

    internal VkCommandBuffer Handle { get; }

    /// <summary>Calls back with the timeline value once these commands are submitted, or with 0 when they never will be.</summary>
    public void OnSubmitted(Action<ulong> callback) => submitted.Add(callback);

    internal void Begin()
    {
        var info = new VkCommandBufferBeginInfo { flags = VkCommandBufferUsageFlags.OneTimeSubmit };
        Check(Vk.vkBeginCommandBuffer(Handle, &info));
        pipeline = null;
        isRecording = true;
    }

    internal void End()
    {
        if (!isRecording)
            throw new InvalidOperationException("The recorder was already submitted; begin a new one.");
        isRecording = false;
        Check(Vk.vkEndCommandBuffer(Handle));
    }

    internal void NotifySubmitted(ulong value)
    {
        foreach (Action<ulong> callback in submitted)
            callback(value);
        submitted.Clear();
    }

    internal void Abandon()
    {
        isRecording = false;
        NotifySubmitted(0);
    }
}

using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan;

/// <content>Labels and timestamps.</content>
public sealed unsafe partial class CommandRecorder
{
    /// <summary>Names what follows, until <see cref="EndLabel"/>, in validation messages and GPU debuggers.</summary>
    public void BeginLabel(string name)
    {
        if (device.Extensions.vkCmdBeginDebugUtilsLabelEXT == null)
            return;
        using var text = new NativeText();
        var label = new VkDebugUtilsLabelEXT { pLabelName = text.Utf8(name) };
        device.Extensions.vkCmdBeginDebugUtilsLabelEXT(Handle, &label);
    }

    public void EndLabel()
    {
        if (device.Extensions.vkCmdEndDebugUtilsLabelEXT != null)
            device.Extensions.vkCmdEndDebugUtilsLabelEXT(Handle);
    }

    internal void ResetQueries(VkQueryPool pool, int count) => Vk.vkCmdResetQueryPool(Handle, pool, 0, (uint)count);

    internal void WriteTimestamp(VkQueryPool pool, int query) => Vk.vkCmdWriteTimestamp2(Handle, VkPipelineStageFlags2.AllCommands, pool, (uint)query);
}

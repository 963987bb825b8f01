using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Commands;

/// <content>Labels.</content>
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
}

using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Shaders;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>A compiled pipeline with the layout of its resources.</summary>
public abstract unsafe class Pipeline : IDisposable
{
    private readonly Device device;
    private bool disposed;

    private protected Pipeline(Device device, IReadOnlyList<ResourceLayout> layouts, int pushConstantBytes, ShaderStage stages)
    {
        if (pushConstantBytes % 4 != 0 || pushConstantBytes < 0 || pushConstantBytes > device.Limits.MaxPushConstantBytes)
            throw new ArgumentOutOfRangeException(nameof(pushConstantBytes), pushConstantBytes, $"Expected a multiple of 4, at most {device.Limits.MaxPushConstantBytes}.");
        this.device = device;
        PushConstantBytes = pushConstantBytes;
        Stages = stages;
        Layout = CreateLayout(layouts);
    }

    public int PushConstantBytes { get; }

    internal ShaderStage Stages { get; }

    internal VkPipelineLayout Layout { get; }

    internal VkPipeline Handle { get; private protected set; }

    internal abstract VkPipelineBindPoint BindPoint { get; }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        GC.SuppressFinalize(this);
        device.Retire(() =>
        {
            Vk.vkDestroyPipeline(device.Handle, Handle, null);
            Vk.vkDestroyPipelineLayout(device.Handle, Layout, null);
        });
    }

    private VkPipelineLayout CreateLayout(IReadOnlyList<ResourceLayout> layouts)
    {
        VkDescriptorSetLayout* sets = stackalloc VkDescriptorSetLayout[layouts.Count];
        for (int i = 0; i < layouts.Count; i++)
            sets[i] = layouts[i].Handle;
        var constants = new VkPushConstantRange { stageFlags = (VkShaderStageFlags)Stages, size = (uint)PushConstantBytes };
        var info = new VkPipelineLayoutCreateInfo
        {
            setLayoutCount = (uint)layouts.Count,
            pSetLayouts = sets,
            pushConstantRangeCount = PushConstantBytes > 0 ? 1u : 0u,
            pPushConstantRanges = &constants,
        };
        VkPipelineLayout handle;
        Check(Vk.vkCreatePipelineLayout(device.Handle, &info, null, &handle));
        return handle;
    }
}

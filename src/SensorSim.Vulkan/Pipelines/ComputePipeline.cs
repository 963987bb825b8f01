using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Shaders;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>A compute shader ready to dispatch.</summary>
public sealed unsafe class ComputePipeline : Pipeline
{
    public ComputePipeline(Device device, ComputePipelineDescription description)
        : base(device, description.ResourceLayouts, description.PushConstantBytes, ShaderStage.Compute)
    {
        Description = description;
        using var text = new NativeText();
        using var module = new ShaderModule(device, description.Shader);
        using var specialization = new SpecializationData(description.Specialization);
        var info = new VkComputePipelineCreateInfo
        {
            layout = Layout,
            stage = new() { stage = VkShaderStageFlags.Compute, module = module.Handle, pName = text.Utf8("main"), pSpecializationInfo = specialization.Info },
        };
        VkPipeline handle;
        Check(Vk.vkCreateComputePipelines(device.Handle, device.PipelineCache.Handle, 1, &info, null, &handle));
        Handle = handle;
        device.SetName(VkObjectType.Pipeline, handle.Value, description.Name ?? description.Shader.Name);
    }

    public ComputePipelineDescription Description { get; }

    internal override VkPipelineBindPoint BindPoint => VkPipelineBindPoint.Compute;
}

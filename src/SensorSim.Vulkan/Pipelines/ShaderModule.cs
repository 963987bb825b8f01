using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Shaders;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>SPIR-V handed to the driver; needed only while a pipeline is created.</summary>
internal sealed unsafe class ShaderModule : IDisposable
{
    private readonly VkDevice device;

    public ShaderModule(Device device, CompiledShader shader)
    {
        this.device = device.Handle;
        fixed (byte* code = shader.SpirV.Span)
        {
            var info = new VkShaderModuleCreateInfo { codeSize = (nuint)shader.SpirV.Length, pCode = (uint*)code };
            VkShaderModule handle;
            Check(Vk.vkCreateShaderModule(this.device, &info, null, &handle));
            Handle = handle;
        }

        device.SetName(VkObjectType.ShaderModule, Handle.Value, shader.Name);
    }

    public VkShaderModule Handle { get; }

    public void Dispose() => Vk.vkDestroyShaderModule(device, Handle, null);
}

using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Pipelines;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Images;

/// <summary>A <see cref="SamplerDescription"/> made ready on a device.</summary>
public sealed unsafe class Sampler : IDisposable
{
    private readonly Device device;
    private bool disposed;

    public Sampler(Device device, SamplerDescription description)
    {
        this.device = device;
        Description = description;
        float anisotropy = device.Features.Anisotropy ? Math.Clamp(description.MaxAnisotropy, 1, device.Limits.MaxAnisotropy) : 1;
        var info = new VkSamplerCreateInfo
        {
            minFilter = (VkFilter)description.MinFilter,
            magFilter = (VkFilter)description.MagFilter,
            mipmapMode = (VkSamplerMipmapMode)description.MipFilter,
            addressModeU = (VkSamplerAddressMode)description.AddressU,
            addressModeV = (VkSamplerAddressMode)description.AddressV,
            addressModeW = VkSamplerAddressMode.ClampToEdge,
            mipLodBias = description.LodBias,
            maxLod = description.MaxLod,
            anisotropyEnable = anisotropy > 1,
            maxAnisotropy = anisotropy,
            compareEnable = description.Compare is not null,
            compareOp = (VkCompareOp)(description.Compare ?? CompareOperation.Never),
            borderColor = description.HasWhiteBorder ? VkBorderColor.FloatOpaqueWhite : VkBorderColor.FloatTransparentBlack,
        };
        VkSampler handle;
        Check(Vk.vkCreateSampler(device.Handle, &info, null, &handle));
        Handle = handle;
    }

    public SamplerDescription Description { get; }

    internal VkSampler Handle { get; }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        device.Retire(() => Vk.vkDestroySampler(device.Handle, Handle, null));
    }
}

using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Binding;

/// <summary>The shape of a descriptor set: which resources a shader finds at which binding.</summary>
public sealed unsafe class ResourceLayout : IDisposable
{
    private readonly Device device;
    private bool disposed;

    public ResourceLayout(Device device, params IReadOnlyList<ResourceBinding> bindings)
    {
        this.device = device;
        Bindings = bindings;
        if (bindings.Any(binding => binding.IsPartiallyBound) && !device.Features.DescriptorIndexing)
            throw new VulkanException($"Device '{device.PhysicalDevice.Name}' has no descriptor indexing: bind every element of the array.");
        Handle = Create();
    }

    public IReadOnlyList<ResourceBinding> Bindings { get; }

    internal VkDescriptorSetLayout Handle { get; }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        device.Retire(() => Vk.vkDestroyDescriptorSetLayout(device.Handle, Handle, null));
    }

    internal ResourceBinding Find(int binding)
    {
        foreach (ResourceBinding candidate in Bindings)
        {
            if (candidate.Binding == binding)
                return candidate;
        }

        throw new ArgumentException($"The layout has no binding {binding}; it has {string.Join(", ", Bindings.Select(b => b.Binding))}.", nameof(binding));
    }

    private VkDescriptorSetLayout Create()
    {
        VkDescriptorSetLayoutBinding* native = stackalloc VkDescriptorSetLayoutBinding[Bindings.Count];
        VkDescriptorBindingFlags* flags = stackalloc VkDescriptorBindingFlags[Bindings.Count];
        for (int i = 0; i < Bindings.Count; i++)
        {
            ResourceBinding binding = Bindings[i];
            native[i] = new()
            {
                binding = (uint)binding.Binding,
                descriptorType = (VkDescriptorType)binding.Kind,
                descriptorCount = (uint)binding.Count,
                stageFlags = (VkShaderStageFlags)binding.Stages,
            };
            flags[i] = binding.IsPartiallyBound ? VkDescriptorBindingFlags.PartiallyBound : VkDescriptorBindingFlags.None;
        }

        var flagsInfo = new VkDescriptorSetLayoutBindingFlagsCreateInfo { bindingCount = (uint)Bindings.Count, pBindingFlags = flags };
        bool anyPartial = Bindings.Any(binding => binding.IsPartiallyBound);
        var info = new VkDescriptorSetLayoutCreateInfo { pNext = anyPartial ? &flagsInfo : null, bindingCount = (uint)Bindings.Count, pBindings = native };
        VkDescriptorSetLayout handle;
        Check(Vk.vkCreateDescriptorSetLayout(device.Handle, &info, null, &handle));
        return handle;
    }
}

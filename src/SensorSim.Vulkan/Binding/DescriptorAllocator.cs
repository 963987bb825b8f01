using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Binding;

/// <summary>Descriptor pools that grow: a set comes from the newest pool with room. Safe from any thread.</summary>
internal sealed unsafe class DescriptorAllocator(Device device) : IDisposable
{
    private const uint SetsPerPool = 256;
    private const uint DescriptorsPerKind = 1024;

    private static readonly VkDescriptorType[] Kinds =
    [
        VkDescriptorType.Sampler, VkDescriptorType.CombinedImageSampler, VkDescriptorType.SampledImage, VkDescriptorType.StorageImage,
        VkDescriptorType.UniformTexelBuffer, VkDescriptorType.StorageTexelBuffer,
        VkDescriptorType.UniformBuffer, VkDescriptorType.StorageBuffer, VkDescriptorType.UniformBufferDynamic, VkDescriptorType.StorageBufferDynamic,
    ];

    private readonly Lock access = new();
    private readonly List<VkDescriptorPool> pools = [];

    public (VkDescriptorPool Pool, VkDescriptorSet Set) Allocate(ResourceLayout layout)
    {
        lock (access)
        {
            for (int i = pools.Count - 1; i >= 0; i--)
            {
                if (TryAllocate(pools[i], layout, out VkDescriptorSet set))
                    return (pools[i], set);
            }

            uint largest = (uint)layout.Bindings.Select(binding => binding.Count).DefaultIfEmpty(1).Max();
            pools.Add(CreatePool(Math.Max(DescriptorsPerKind, largest * 4)));
            return TryAllocate(pools[^1], layout, out VkDescriptorSet fresh)
                ? (pools[^1], fresh)
                : throw new VulkanException($"A new descriptor pool does not hold a set with bindings {string.Join(", ", layout.Bindings)}.");
        }
    }

    public void Free(VkDescriptorPool pool, VkDescriptorSet set)
    {
        lock (access)
            Check(Vk.vkFreeDescriptorSets(device.Handle, pool, 1, &set));
    }

    public void Dispose()
    {
        lock (access)
        {
            pools.ForEach(pool => Vk.vkDestroyDescriptorPool(device.Handle, pool, null));
            pools.Clear();
        }
    }

    private bool TryAllocate(VkDescriptorPool pool, ResourceLayout layout, out VkDescriptorSet set)
    {
        VkDescriptorSetLayout handle = layout.Handle;
        var info = new VkDescriptorSetAllocateInfo { descriptorPool = pool, descriptorSetCount = 1, pSetLayouts = &handle };
        VkDescriptorSet allocated;
        VkResult result = Vk.vkAllocateDescriptorSets(device.Handle, &info, &allocated);
        set = allocated;
        if (result is VkResult.ErrorOutOfPoolMemory or VkResult.ErrorFragmentedPool)
            return false;
        Check(result, "vkAllocateDescriptorSets");
        return true;
    }

    private VkDescriptorPool CreatePool(uint descriptorsPerKind)
    {
        VkDescriptorPoolSize* sizes = stackalloc VkDescriptorPoolSize[Kinds.Length];
        for (int i = 0; i < Kinds.Length; i++)
            sizes[i] = new() { type = Kinds[i], descriptorCount = descriptorsPerKind };
        var info = new VkDescriptorPoolCreateInfo
        {
            flags = VkDescriptorPoolCreateFlags.FreeDescriptorSet,
            maxSets = SetsPerPool,
            poolSizeCount = (uint)Kinds.Length,
            pPoolSizes = sizes,
        };
        VkDescriptorPool handle;
        Check(Vk.vkCreateDescriptorPool(device.Handle, &info, null, &handle));
        return handle;
    }
}

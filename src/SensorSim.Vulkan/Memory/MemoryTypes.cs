using System.Numerics;
using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Memory;

/// <summary>Chooses a memory type: the one that has what the use requires and the most of what it prefers.</summary>
internal sealed class MemoryTypes
{
    private readonly VkMemoryPropertyFlags[] properties;
    private readonly ulong[] heapSizes;

    internal MemoryTypes(VkMemoryPropertyFlags[] properties, ulong[] heapSizes)
    {
        this.properties = properties;
        this.heapSizes = heapSizes;
    }

    public static unsafe MemoryTypes Read(VkPhysicalDevice device)
    {
        VkPhysicalDeviceMemoryProperties memory;
        Vk.vkGetPhysicalDeviceMemoryProperties(device, &memory);
        int count = (int)memory.memoryTypeCount;
        var flags = new VkMemoryPropertyFlags[count];
        var heaps = new ulong[count];
        for (int i = 0; i < count; i++)
        {
            flags[i] = memory.memoryTypes[i].propertyFlags;
            heaps[i] = memory.memoryHeaps[(int)memory.memoryTypes[i].heapIndex].size;
        }

        return new(flags, heaps);
    }

    public ulong HeapSize(int typeIndex) => heapSizes[typeIndex];

    /// <param name="typeBits">The types that the resource can live in.</param>
    public MemoryPool Choose(uint typeBits, MemoryKind kind, bool holdsImages)
    {
        (VkMemoryPropertyFlags required, VkMemoryPropertyFlags preferred, VkMemoryPropertyFlags unwanted) = Wishes(kind);
        int best = -1;
        int bestScore = int.MinValue;
        for (int i = 0; i < properties.Length; i++)
        {
            if ((typeBits & (1u << i)) == 0 || !properties[i].HasFlag(required) || properties[i].HasFlag(VkMemoryPropertyFlags.LazilyAllocated))
                continue;
            int score = BitOperations.PopCount((uint)(properties[i] & preferred)) - BitOperations.PopCount((uint)(properties[i] & unwanted));
            if (score > bestScore)
                (best, bestScore) = (i, score);
        }

        if (best < 0)
            throw new VulkanException($"The device has no memory type for {kind} (type bits 0x{typeBits:x}).");
        return new(best, holdsImages, properties[best].HasFlag(VkMemoryPropertyFlags.HostVisible), properties[best].HasFlag(VkMemoryPropertyFlags.HostCoherent));
    }

    // A GPU's small window of host-visible device memory is left to those who ask for it: nobody here does.
    private static (VkMemoryPropertyFlags Required, VkMemoryPropertyFlags Preferred, VkMemoryPropertyFlags Unwanted) Wishes(MemoryKind kind) => kind switch
    {
        MemoryKind.DeviceLocal => (VkMemoryPropertyFlags.None, VkMemoryPropertyFlags.DeviceLocal, VkMemoryPropertyFlags.None),
        MemoryKind.Upload => (VkMemoryPropertyFlags.HostVisible, VkMemoryPropertyFlags.HostCoherent, VkMemoryPropertyFlags.DeviceLocal | VkMemoryPropertyFlags.HostCached),
        MemoryKind.Readback => (VkMemoryPropertyFlags.HostVisible, VkMemoryPropertyFlags.HostCached, VkMemoryPropertyFlags.DeviceLocal),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Unknown memory kind."),
    };
}

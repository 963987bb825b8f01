using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Memory;

/// <summary>What a buffer or an image needs of its memory.</summary>
internal readonly record struct MemoryRequest
{
    public ulong Size { get; init; }

    public ulong Alignment { get; init; }

    /// <summary>Bit i is set when memory type i can hold the resource.</summary>
    public uint TypeBits { get; init; }

    public MemoryKind Kind { get; init; }

    public bool PrefersDedicated { get; init; }

    public VkBuffer Buffer { get; init; }

    public VkImage Image { get; init; }

    public bool IsImage => Image.Value != 0;

    public static unsafe MemoryRequest For(VkDevice device, VkBuffer buffer, MemoryKind kind)
    {
        var dedicated = new VkMemoryDedicatedRequirements();
        var requirements = new VkMemoryRequirements2 { pNext = &dedicated };
        var info = new VkBufferMemoryRequirementsInfo2 { buffer = buffer };
        Vk.vkGetBufferMemoryRequirements2(device, &info, &requirements);
        return Read(requirements.memoryRequirements, dedicated) with { Kind = kind, Buffer = buffer };
    }

    public static unsafe MemoryRequest For(VkDevice device, VkImage image)
    {
        var dedicated = new VkMemoryDedicatedRequirements();
        var requirements = new VkMemoryRequirements2 { pNext = &dedicated };
        var info = new VkImageMemoryRequirementsInfo2 { image = image };
        Vk.vkGetImageMemoryRequirements2(device, &info, &requirements);
        return Read(requirements.memoryRequirements, dedicated) with { Kind = MemoryKind.DeviceLocal, Image = image };
    }

    private static MemoryRequest Read(VkMemoryRequirements requirements, VkMemoryDedicatedRequirements dedicated) => new()
    {
        Size = requirements.size,
        Alignment = requirements.alignment,
        TypeBits = requirements.memoryTypeBits,
        PrefersDedicated = dedicated.requiresDedicatedAllocation || dedicated.prefersDedicatedAllocation,
    };
}

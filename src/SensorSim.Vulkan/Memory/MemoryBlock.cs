using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Memory;

/// <summary>One allocation from the driver, divided among buffers or among images; mapped for its whole life when the host can see it.</summary>
internal sealed unsafe class MemoryBlock : IDisposable
{
    private readonly VkDevice device;

    public MemoryBlock(VkDevice device, ulong size, in MemoryPool pool, bool isDedicated, VkMemoryDedicatedAllocateInfo dedication)
    {
        this.device = device;
        Pool = pool;
        IsDedicated = isDedicated;
        Ranges = new(size);
        var info = new VkMemoryAllocateInfo { pNext = isDedicated ? &dedication : null, allocationSize = size, memoryTypeIndex = (uint)pool.TypeIndex };
        VkDeviceMemory handle;
        Check(Vk.vkAllocateMemory(device, &info, null, &handle));
        Handle = handle;
        if (pool.IsHostVisible)
            Mapped = Map();
    }

    public VkDeviceMemory Handle { get; }

    public MemoryPool Pool { get; }

    public bool IsDedicated { get; }

    public RangeAllocator Ranges { get; }

    /// <summary>Null when the host cannot see the memory.</summary>
    public byte* Mapped { get; }

    public void Dispose() => Vk.vkFreeMemory(device, Handle, null);

    private byte* Map()
    {
        void* pointer;
        Check(Vk.vkMapMemory(device, Handle, 0, VkConstants.WholeSize, VkMemoryMapFlags.None, &pointer));
        return (byte*)pointer;
    }
}

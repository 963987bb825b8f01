using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Memory;

/// <summary>The memory behind one buffer or image.</summary>
internal sealed unsafe class MemoryAllocation(VkDevice device, MemoryBlock block, ulong offset, ulong size, ulong atomSize)
{
    public MemoryBlock Block => block;

    public ulong Offset => offset;

    public ulong Size => size;

    public byte* Mapped => block.Mapped == null ? null : block.Mapped + offset;

    /// <summary>Makes host writes visible to the device; nothing to do on coherent memory.</summary>
    public void Flush()
    {
        if (block.Pool.IsCoherent)
            return;
        VkMappedMemoryRange range = Range();
        Check(Vk.vkFlushMappedMemoryRanges(device, 1, &range));
    }

    /// <summary>Makes device writes visible to the host; nothing to do on coherent memory.</summary>
    public void Invalidate()
    {
        if (block.Pool.IsCoherent)
            return;
        VkMappedMemoryRange range = Range();
        Check(Vk.vkInvalidateMappedMemoryRanges(device, 1, &range));
    }

    // Non-coherent allocations are aligned to the atom size, so rounding outwards never reaches a neighbour.
    private VkMappedMemoryRange Range() => new()
    {
        memory = block.Handle,
        offset = offset,
        size = Math.Min(RangeAllocator.AlignUp(size, atomSize), block.Ranges.Capacity - offset),
    };
}

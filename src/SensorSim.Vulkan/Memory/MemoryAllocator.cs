using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Memory;

/// <summary>Takes large blocks from the driver and divides them; large or demanding resources get their own. Safe from any thread.</summary>
public sealed class MemoryAllocator : IDisposable
{
    private const ulong BlockBytes = 64UL << 20;

    private readonly VkDevice device;
    private readonly ulong atomSize;
    private readonly MemoryTypes types;
    private readonly Lock access = new();
    private readonly List<MemoryBlock> blocks = [];
    private ulong usedBytes;
    private ulong peakUsedBytes;
    private int allocationCount;

    internal MemoryAllocator(Device device)
    {
        this.device = device.Handle;
        atomSize = Math.Max(1, device.Limits.NonCoherentAtomBytes);
        types = MemoryTypes.Read(device.PhysicalDevice.Handle);
    }

    public MemoryStatistics Statistics
    {
        get
        {
            lock (access)
                return new(blocks.Aggregate(0UL, (sum, block) => sum + block.Ranges.Capacity), usedBytes, peakUsedBytes, blocks.Count, allocationCount);
        }
    }

    public void Dispose()
    {
        lock (access)
        {
            blocks.ForEach(block => block.Dispose());
            blocks.Clear();
        }
    }

    internal MemoryAllocation Allocate(in MemoryRequest request)
    {
        MemoryPool pool = types.Choose(request.TypeBits, request.Kind, request.IsImage);
        ulong alignment = pool is { IsHostVisible: true, IsCoherent: false } ? Math.Max(request.Alignment, atomSize) : request.Alignment;
        ulong size = pool is { IsHostVisible: true, IsCoherent: false } ? RangeAllocator.AlignUp(request.Size, atomSize) : request.Size;
        lock (access)
        {
            MemoryAllocation allocation = request.PrefersDedicated || size > BlockBytes / 2
                ? AllocateDedicated(request, pool, size)
                : AllocateShared(pool, size, alignment);
            usedBytes += size;
            peakUsedBytes = Math.Max(peakUsedBytes, usedBytes);
            allocationCount++;
            return allocation;
        }
    }

    internal void Free(MemoryAllocation allocation)
    {
        lock (access)
        {
            MemoryBlock block = allocation.Block;
            block.Ranges.Free(allocation.Offset);
            usedBytes -= allocation.Size;
            allocationCount--;
            // One empty block per pool is kept, so that a resource made and dropped in a loop does not reach the driver each time.
            bool keepsOneEmpty = !block.IsDedicated && blocks.Count(other => other.Pool == block.Pool && other.Ranges.IsEmpty && !other.IsDedicated) <= 1;
            if (!block.Ranges.IsEmpty || keepsOneEmpty)
                return;
            blocks.Remove(block);
            block.Dispose();
        }
    }

    private MemoryAllocation AllocateShared(MemoryPool pool, ulong size, ulong alignment)
    {
        foreach (MemoryBlock block in blocks)
        {
            if (!block.IsDedicated && block.Pool == pool && block.Ranges.TryAllocate(size, alignment, out ulong offset))
                return new(device, block, offset, size, atomSize);
        }

        MemoryBlock fresh = AddBlock(pool, Math.Min(BlockBytes, Math.Max(types.HeapSize(pool.TypeIndex) / 8, size)), isDedicated: false, default);
        return fresh.Ranges.TryAllocate(size, alignment, out ulong start)
            ? new(device, fresh, start, size, atomSize)
            : throw new VulkanException($"A new memory block of {fresh.Ranges.Capacity} bytes does not hold {size} bytes.");
    }

    private MemoryAllocation AllocateDedicated(in MemoryRequest request, MemoryPool pool, ulong size)
    {
        var dedication = new VkMemoryDedicatedAllocateInfo { buffer = request.Buffer, image = request.Image };
        MemoryBlock block = AddBlock(pool, size, isDedicated: true, dedication);
        _ = block.Ranges.TryAllocate(size, 1, out ulong offset);
        return new(device, block, offset, size, atomSize);
    }

    private MemoryBlock AddBlock(in MemoryPool pool, ulong size, bool isDedicated, VkMemoryDedicatedAllocateInfo dedication)
    {
        var block = new MemoryBlock(device, size, pool, isDedicated, dedication);
        blocks.Add(block);
        return block;
    }
}

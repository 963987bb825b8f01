namespace SensorSim.Vulkan.Memory;

/// <summary>How much device memory is in use.</summary>
/// <param name="ReservedBytes">Taken from the driver.</param>
/// <param name="UsedBytes">Given to buffers and images.</param>
/// <param name="PeakUsedBytes">Highest <paramref name="UsedBytes"/> so far.</param>
/// <param name="BlockCount">Allocations held from the driver; a device limits their number.</param>
/// <param name="AllocationCount">Buffers and images that hold memory.</param>
public sealed record MemoryStatistics(ulong ReservedBytes, ulong UsedBytes, ulong PeakUsedBytes, int BlockCount, int AllocationCount);

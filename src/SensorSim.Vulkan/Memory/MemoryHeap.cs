namespace SensorSim.Vulkan.Memory;

/// <summary>One pool of memory that a device can use.</summary>
/// <param name="SizeInBytes">Whole size, whatever is in use.</param>
/// <param name="IsDeviceLocal">Memory on the device itself.</param>
public sealed record MemoryHeap(ulong SizeInBytes, bool IsDeviceLocal);

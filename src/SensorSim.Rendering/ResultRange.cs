using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering;

/// <summary>Where a result goes: a part of a storage buffer. The offset is a multiple of 256.</summary>
public readonly record struct ResultRange(DeviceBuffer Buffer, ulong OffsetInBytes, ulong SizeInBytes);

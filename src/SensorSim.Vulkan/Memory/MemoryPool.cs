namespace SensorSim.Vulkan.Memory;

/// <summary>What allocations must share to live in one block. Buffers and images are kept apart, which satisfies bufferImageGranularity.</summary>
internal readonly record struct MemoryPool(int TypeIndex, bool HoldsImages, bool IsHostVisible, bool IsCoherent);

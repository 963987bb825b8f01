using SensorSim.Vulkan.Images;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>One <c>layout(location = …) in</c> of a vertex shader.</summary>
public readonly record struct VertexAttribute(int Location, PixelFormat Format, int OffsetInBytes);

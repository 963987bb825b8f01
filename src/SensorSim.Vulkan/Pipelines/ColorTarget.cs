using SensorSim.Vulkan.Images;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>One colour attachment of a pipeline.</summary>
/// <param name="IsWritten">False leaves the attachment as it is.</param>
public readonly record struct ColorTarget(PixelFormat Format, BlendMode Blend = BlendMode.Opaque, bool IsWritten = true);

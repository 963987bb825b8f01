using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering;

/// <summary>
/// Linear radiance on the device: one <c>vec4</c> for each pixel and layer, <c>radiance[layer · Width · Height + y · Width + x]</c>,
/// RGB in nit (Rec. 709), A = 1. The buffer may be larger than the image; it can be
/// read as texels.
/// </summary>
/// <param name="FrameSlot">0 to <see cref="RenderSettings.FramesInFlight"/> − 1: what was recorded for this slot before has finished.</param>
public sealed record RadianceImage(DeviceBuffer Buffer, int Width, int Height, int LayerCount, int FrameSlot)
{
    /// <summary>Bytes of all layers.</summary>
    public ulong SizeInBytes => 16UL * (ulong)Width * (ulong)Height * (ulong)LayerCount;
}

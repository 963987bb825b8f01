using System.Globalization;
using SensorSim.Vulkan;

namespace SensorSim.Rendering;

/// <summary>Whether a device can hold what an image is rendered into: known before anything is allocated.</summary>
public static class ImageRoom
{
    /// <summary>Radiance, RGBA in float32: the largest single allocation that every image needs.</summary>
    private const ulong RadianceBytes = 16;

    /// <summary>Beside it: visibility 8, depth 4, lists of spans 6.</summary>
    private const ulong OtherBytes = 18;

    /// <summary>Null where an image may fit; else what it needs at least, and what there is. More labels, samples and layers need more.</summary>
    /// <param name="device">The device.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="hostBytes">Memory of the computer, which a software device uses.</param>
    public static string? WhyImpossible(PhysicalDevice device, int width, int height, ulong hostBytes)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (Math.Max(width, height) > device.Limits.MaxImageSize2D)
        {
            return FormattableString.Invariant($"the device's images have at most {device.Limits.MaxImageSize2D} pixels on a side");
        }

        ulong pixels = (ulong)width * (ulong)height, radiance = pixels * RadianceBytes, all = pixels * (RadianceBytes + OtherBytes);
        ulong heap = device.MemoryHeaps.Where(heap => heap.IsDeviceLocal).Select(heap => heap.SizeInBytes).DefaultIfEmpty(ulong.MaxValue).Max();
        ulong most = device.IsSoftware ? hostBytes : heap;
        return radiance > heap ? $"its radiance takes {Size(radiance)} in one piece, and the device has {Size(heap)} at most"
            : all > most ? $"it takes at least {Size(all)}, and there are {Size(most)}"
            : null;
    }

    private static string Size(ulong bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.0} GB");
}

using SensorSim.Vulkan;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>What a view is drawn into when four samples of each pixel are found first and shaded afterwards.</summary>
internal sealed class SampleTargets : IDisposable
{
    public const int Samples = 4;

    /// <summary>Words before the items of samples.glsl.</summary>
    private const ulong HeaderWords = 4;

    public SampleTargets(Device device, int width, int height)
    {
        ulong entries = (ulong)width * (ulong)height * Samples;
        Visibility = new(device, new()
        {
            Width = width,
            Height = height,
            SampleCount = Samples,
            Format = PixelFormat.R32G32UInt,
            Usage = ImageUsage.ColorAttachment | ImageUsage.Sampled,
            Name = "visibility of samples",
        });
        Seen = new(device, 8 * entries, BufferUsage.Storage, name: "seen by samples");
        Items = new(device, 4 * (HeaderWords + entries), BufferUsage.Storage | BufferUsage.Indirect, name: "sample items");
        Radiance = new(device, 16 * entries, BufferUsage.Storage, name: "radiance of samples");
        Nearest = new(device, width * height, Samples);
    }

    public DeviceImage Visibility { get; }

    public DeviceBuffer Seen { get; }

    public DeviceBuffer Items { get; }

    public DeviceBuffer Radiance { get; }

    public NearestMicropolygons Nearest { get; }

    public void Dispose()
    {
        Nearest.Dispose();
        Radiance.Dispose();
        Items.Dispose();
        Seen.Dispose();
        Visibility.Dispose();
    }
}

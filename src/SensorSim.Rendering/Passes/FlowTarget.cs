using SensorSim.Vulkan;
using SensorSim.Vulkan.Images;

namespace SensorSim.Rendering.Passes;

/// <summary>What one view sees at another instant, and where deformable vertices are then.</summary>
internal sealed class FlowTarget : IDisposable
{
    public FlowTarget(Device device, int width, int height)
    {
        (Width, Height) = (width, height);
        Visibility = new(device, new() { Width = width, Height = height, Format = PixelFormat.R32G32UInt, Usage = ImageUsage.Sampled, Name = "visibility at another instant" });
    }

    public int Width { get; }

    public int Height { get; }

    public DeviceImage Visibility { get; }

    public void Dispose() => Visibility.Dispose();
}

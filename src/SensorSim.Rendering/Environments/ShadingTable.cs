using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Environments;

/// <summary>Tables that shaders sample between their entries.</summary>
internal static class ShadingTable
{
    /// <summary>A square table on the device, one or two floats to a texel, ready to be sampled.</summary>
    public static DeviceImage Upload(Device device, UploadRing uploads, ReadOnlyMemory<float> table, int side, string name)
    {
        var image = new DeviceImage(device, new()
        {
            Width = side,
            Height = side,
            Format = table.Length == side * side ? PixelFormat.R32Float : PixelFormat.R32G32Float,
            Usage = ImageUsage.Sampled,
            Name = name,
        });
        device.Execute(recorder =>
        {
            recorder.Transition(image, ResourceState.Undefined, ResourceState.TransferDestination);
            uploads.Upload(recorder, table.Span, image);
            recorder.Transition(image, ResourceState.TransferDestination, ResourceState.ShaderSampled);
        });
        return image;
    }
}

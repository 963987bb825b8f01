using SensorSim.Cameras;
using SensorSim.Vulkan.Commands;

namespace SensorSim.Rendering;

/// <summary>The simplest consumer: the host reads the radiance itself, all layers, four floats for each pixel.</summary>
public sealed class RadianceReadback : IRadianceConsumer
{
    public int ResultBytes(CameraIntrinsics camera, int layerCount)
    {
        ArgumentNullException.ThrowIfNull(camera);
        return checked(16 * camera.Width * camera.Height * layerCount);
    }

    public void Record(CommandRecorder recorder, RadianceImage radiance, ResultRange result)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        ArgumentNullException.ThrowIfNull(radiance);
        recorder.Copy(radiance.Buffer, result.Buffer, 0, result.OffsetInBytes, radiance.SizeInBytes);
    }
}

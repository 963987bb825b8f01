using SensorSim.Cameras;
using SensorSim.Vulkan.Commands;

namespace SensorSim.Rendering;

/// <summary>Takes the radiance of a view on the device and leaves what the host shall read in the frame's result block: a sensor chain.</summary>
public interface IRadianceConsumer
{
    /// <summary>Bytes of the result, a multiple of 4.</summary>
    int ResultBytes(CameraIntrinsics camera, int layerCount);

    /// <summary>
    /// Records the work. When it begins, radiance may be read by shaders (as texels or as a storage buffer) and copies; the result may be written
    /// by shaders and copies, and the renderer waits for both.
    /// </summary>
    void Record(CommandRecorder recorder, RadianceImage radiance, ResultRange result);
}

using SensorSim.Cameras;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Sensors;

/// <summary>Puts a sensor chain behind a view: the radiance goes through it on the device, and the host reads the picture.</summary>
/// <param name="runner">Compiled for the chain's structure.</param>
/// <param name="chain">The chain with its parameters.</param>
/// <param name="frame">Exposure and random keys of this frame.</param>
public sealed class SensorConsumer(SensorRunner runner, SensorChain chain, SensorFrame frame) : IRadianceConsumer
{
    public int ResultBytes(CameraIntrinsics camera, int layerCount)
    {
        ArgumentNullException.ThrowIfNull(camera);
        return SensorRunner.ResultBytes(chain, camera.Width, camera.Height);
    }

    public void Record(CommandRecorder recorder, RadianceImage radiance, ResultRange result)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        ArgumentNullException.ThrowIfNull(radiance);
        runner.Record(recorder, chain, frame, radiance.Buffer, result.Buffer, result.OffsetInBytes);
    }
}

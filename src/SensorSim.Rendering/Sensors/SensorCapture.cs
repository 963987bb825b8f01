using SensorSim.Cameras;
using SensorSim.Signals;
using SensorSim.Vulkan.Commands;

namespace SensorSim.Rendering.Sensors;

/// <summary>One exposure of one camera: takes a view's radiance through a sensor chain into the frame's results.</summary>
public sealed class SensorCapture(SensorRunner runner, SensorChain chain, SensorFrame frame) : IRadianceConsumer
{
    public int ResultBytes(CameraIntrinsics camera, int layerCount)
    {
        ArgumentNullException.ThrowIfNull(camera);
        return ResultBytes(camera.Width, camera.Height);
    }

    internal int ResultBytes(int width, int height) => SensorRunner.ResultBytes(chain, width, height);

    /// <exception cref="ArgumentException">The radiance has another size or number of layers than the frame.</exception>
    public void Record(CommandRecorder recorder, RadianceImage radiance, ResultRange result)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        ArgumentNullException.ThrowIfNull(radiance);
        if (radiance.Width != frame.Width || radiance.Height != frame.Height || radiance.LayerCount != frame.LayerCount)
        {
            throw new ArgumentException(
                $"The frame expects {frame.LayerCount} layers of {frame.Width}x{frame.Height}, not {radiance.LayerCount} of {radiance.Width}x{radiance.Height}.",
                nameof(radiance));
        }

        recorder.Barrier(radiance.Buffer, ResourceState.ShaderStorageWrite, ResourceState.ShaderSampled);
        runner.Record(recorder, chain, frame, radiance.Buffer, result.Buffer, result.OffsetInBytes);
    }

    /// <summary>The picture in the bytes that the host has read back.</summary>
    public PixelPlane ToPlane(ReadOnlyMemory<byte> result) =>
        new(frame.Width, frame.Height, chain.OutputChannels, chain.OutputType, result[..(frame.Width * frame.Height * chain.OutputChannels * (int)chain.OutputType)]);
}

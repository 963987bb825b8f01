using SensorSim.Cameras;
using SensorSim.Vulkan.Commands;

namespace SensorSim.Rendering.Sensors;

/// <summary>One exposure through several chains, their results one behind the other: a camera's picture and its twins.</summary>
public sealed class SensorCaptures(IReadOnlyList<SensorCapture> captures) : IRadianceConsumer
{
    // Of every device's storage buffers.
    private const int Alignment = 256;

    /// <summary>Where a chain's result lies in that of them all.</summary>
    /// <param name="chains">In order.</param>
    /// <param name="index">Which.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    public static Range RangeOf(IReadOnlyList<SensorChain> chains, int index, int width, int height)
    {
        int begin = chains.Take(index).Sum(chain => Aligned(SensorRunner.ResultBytes(chain, width, height)));
        return begin..(begin + SensorRunner.ResultBytes(chains[index], width, height));
    }

    public int ResultBytes(CameraIntrinsics camera, int layerCount) => captures.Sum(capture => Aligned(capture.ResultBytes(camera, layerCount)));

    public void Record(CommandRecorder recorder, RadianceImage radiance, ResultRange result)
    {
        ArgumentNullException.ThrowIfNull(radiance);
        ulong offset = result.OffsetInBytes;
        foreach (SensorCapture capture in captures)
        {
            int bytes = capture.ResultBytes(radiance.Width, radiance.Height);
            capture.Record(recorder, radiance, result with { OffsetInBytes = offset, SizeInBytes = (ulong)bytes });
            offset += (ulong)Aligned(bytes);
        }
    }

    private static int Aligned(int bytes) => checked(bytes + Alignment - 1) / Alignment * Alignment;
}

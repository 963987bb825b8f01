using SensorSim.Randomness;
using SensorSim.Sensors;

namespace SensorSim.Rendering.Sensors;

/// <summary>All that differs from frame to frame, besides the chain's parameters and the light.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Exposure">When, how long, how strongly.</param>
/// <param name="RowWeights">From <see cref="Flicker.FlickerLayers.RowWeights"/>: row-major [row, layer].</param>
/// <param name="FrameKey">Key of the numbers that change from frame to frame.</param>
/// <param name="SensorKey">Key of the sensor's fixed pattern.</param>
/// <param name="Step">Time step of the episode.</param>
public sealed record SensorFrame(
    int Width,
    int Height,
    Exposure Exposure,
    double[] RowWeights,
    RandomKey FrameKey,
    RandomKey SensorKey,
    uint Step)
{
    /// <summary>Radiance layers.</summary>
    public int LayerCount => RowWeights.Length / Height;
}

using SensorSim.Datasets;
using SensorSim.Signals;

namespace SensorSim.Hosting.Styles;

/// <summary>A frame on its way to the disk, with its new picture.</summary>
/// <param name="Record">As the dataset has it.</param>
/// <param name="Before">The old picture.</param>
/// <param name="After">The new one.</param>
/// <param name="Style">What happened to it.</param>
internal sealed record RestyledFrame(FrameRecord Record, PixelPlane Before, PixelPlane After, StyleRecord Style)
{
    /// <summary>The same camera's frame before it in the sample; null of the first.</summary>
    public RestyledFrame? Previous { get; init; }
}

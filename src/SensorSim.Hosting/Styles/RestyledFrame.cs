using SensorSim.Datasets;

namespace SensorSim.Hosting.Styles;

/// <summary>A frame on its way to the disk, with its new picture.</summary>
/// <param name="Record">As the dataset has it.</param>
/// <param name="Outcome">Before and after.</param>
/// <param name="Style">What happened to it.</param>
internal sealed record RestyledFrame(FrameRecord Record, StyledOutcome Outcome, StyleRecord Style)
{
    /// <summary>The same camera's frame before it in the sample; null of the first.</summary>
    public RestyledFrame? Previous { get; init; }
}

using SensorSim.Datasets;

namespace SensorSim.Hosting.Styles;

/// <summary>A frame that two datasets have, and what the label gate says of the second one's picture.</summary>
/// <param name="Before">The first dataset's record.</param>
/// <param name="After">The second's.</param>
/// <param name="Gate">Measured now, whatever the record says.</param>
public sealed record FrameComparison(FrameRecord Before, FrameRecord After, GateRecord Gate);

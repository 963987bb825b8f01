namespace SensorSim.Datasets;

/// <summary>A mask as COCO's compressed run lengths.</summary>
/// <param name="Size">[height, width].</param>
/// <param name="Counts">Column-major runs of background and foreground in turn, in COCO's string form.</param>
public sealed record MaskRecord(IReadOnlyList<double> Size, string Counts);

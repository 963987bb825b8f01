namespace SensorSim.Datasets.Storage;

/// <summary>What a dataset holds.</summary>
/// <param name="Frames">Lines of frames.jsonl.</param>
/// <param name="Samples">Distinct samples.</param>
/// <param name="Objects">Objects with a visible pixel, summed over the frames.</param>
/// <param name="Rejected">Frames that a gate rejected.</param>
/// <param name="Files">Image files.</param>
/// <param name="Bytes">Their length.</param>
public sealed record DatasetCounts(long Frames, long Samples, long Objects, long Rejected, long Files, long Bytes);

namespace SensorSim.Datasets.Storage;

/// <summary>A record where it stands in <c>frames.jsonl</c>.</summary>
/// <param name="Record">The record.</param>
/// <param name="Number">The line, from 1.</param>
/// <param name="Bytes">The line without its newline: the leaf of the Merkle tree.</param>
public sealed record FrameLine(FrameRecord Record, long Number, ReadOnlyMemory<byte> Bytes);

namespace SensorSim.Datasets.Storage;

/// <summary>One part of a run: <paramref name="Index"/> from 1 of <paramref name="Of"/>.</summary>
public sealed record DatasetShard(int Index, int Of);

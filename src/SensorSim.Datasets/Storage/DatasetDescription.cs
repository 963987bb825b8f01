namespace SensorSim.Datasets.Storage;

/// <summary>The content of <c>dataset.json</c>: the same bytes whatever the threads, shards or interruptions of the run.</summary>
/// <param name="Plan">What was asked for.</param>
/// <param name="Counts">What came of it.</param>
/// <param name="Chunks">In frame order.</param>
/// <param name="MerkleRoot">Root over every frame record, lower-case hex.</param>
/// <param name="Shard">Which part of the run this is; null for a whole dataset.</param>
public sealed record DatasetDescription(
    DatasetPlan Plan, DatasetCounts Counts, IReadOnlyList<DatasetChunk> Chunks, string MerkleRoot, DatasetShard? Shard)
{
    /// <summary>Version of the layout and of the records.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Outcomes of the task; null where the scenario does not say what success is.</summary>
    public TaskCounts? Tasks { get; init; }

    /// <summary>What the label gate said; null where no style ran behind it.</summary>
    public GateCounts? Gate { get; init; }
}

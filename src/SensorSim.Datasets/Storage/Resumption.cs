using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>What a folder holds that a run can go on from.</summary>
/// <param name="Records">Lines of the frames that are finished, streamed.</param>
/// <param name="Frames">Their names.</param>
/// <param name="Files">Paths of images that are no leftovers.</param>
internal sealed record Resumption(IEnumerable<ReadOnlyMemory<byte>> Records, IReadOnlyCollection<string> Frames, IReadOnlySet<string> Files)
{
    /// <summary>The finished dataset in the folder; it may be damaged.</summary>
    public DatasetDescription? Dataset { get; init; }

    /// <summary>What was found in it.</summary>
    public ResumeReport? Report { get; init; }

    /// <exception cref="DatasetException">The folder holds a dataset or a run of another plan or shard.</exception>
    public static Resumption Of(string root, DatasetPlan plan, DatasetShard? shard, CancellationToken cancellation)
    {
        if (File.Exists(Path.Combine(root, DatasetLayout.Description)))
            return OfDataset(root, plan, shard, cancellation);
        bool isBegun = File.Exists(DatasetLayout.Resolve(root, DatasetLayout.Journal));
        return isBegun ? OfJournal(JournalReader.Read(root, plan, shard, cancellation)) : new([], [], new HashSet<string>(StringComparer.Ordinal));
    }

    private static Resumption OfDataset(string root, DatasetPlan plan, DatasetShard? shard, CancellationToken cancellation)
    {
        DatasetReader dataset = DatasetReader.Open(root);
        if (PlanDifference.Between((dataset.Description.Plan, dataset.Description.Shard), (plan, shard)) is { } difference)
        {
            throw new DatasetException(root, $"the folder holds a finished dataset of another plan: {difference}. Choose another output folder.")
            {
                IsOfAnotherPlan = true,
            };
        }

        return new FinishedDataset(dataset).Inspect(cancellation);
    }

    private static Resumption OfJournal(IReadOnlyDictionary<string, FrameRecord> finished) => new(
        finished.Values.Select(record => (ReadOnlyMemory<byte>)FrameRecordJson.Serialize(record)),
        [.. finished.Keys],
        finished.Values.SelectMany(record => record.Files.Values).Select(file => file.Path).ToHashSet(StringComparer.Ordinal));
}

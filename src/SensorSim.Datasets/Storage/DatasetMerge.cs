using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>Joins the shards of one run into the dataset that an unsharded run would have written, to the byte.</summary>
public static class DatasetMerge
{
    /// <summary>Frames whose files are checked at the same time.</summary>
    private const int BatchFrames = 256;

    /// <summary>Missing shards that a message lists.</summary>
    private const int MostNamed = 20;

    /// <param name="shards">The folders of all shards, in any order.</param>
    /// <param name="target">A new folder; it appears when it is whole. Images are hard-linked where the file system allows.</param>
    /// <param name="cancellation">Stops between two frames and removes what was begun.</param>
    /// <exception cref="DatasetException">
    /// A shard is missing, given twice, of another plan or device class, or not what was rendered: the record or file at fault is named.
    /// </exception>
    public static DatasetDescription Merge(IReadOnlyList<string> shards, string target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shards);
        DatasetReader[] readers = [.. shards.Select(DatasetReader.Open)];
        CheckShards(readers);
        foreach (DatasetReader reader in readers)
            WrittenRecords.Require(reader);
        using var staged = new StagedFolder(target);
        DatasetFolder.Create(Path.Combine(staged.Path, DatasetLayout.Provenance));
        DatasetDescription merged;
        using (var assembler = new DatasetAssembler(staged.Path))
        {
            foreach ((DatasetReader Shard, FrameLine Line)[] batch in InFrameOrder(readers).Chunk(BatchFrames))
            {
                FrameBatch.ForEach(batch, frame => LinkFiles(frame.Shard, frame.Line.Record, staged.Path), cancellation);
                foreach ((_, FrameLine line) in batch)
                    assembler.Add(line.Bytes.Span, line.Record);
            }

            merged = assembler.Commit(readers[0].Description.Plan, shard: null);
        }

        foreach (DatasetReader reader in readers)
            RunMetadata.Link(reader.Root, staged.Path);
        staged.Commit();
        return merged;
    }

    private static void CheckShards(DatasetReader[] readers)
    {
        DatasetReader first = readers.FirstOrDefault() ?? throw new DatasetException("merge", "no shards were given.");
        var seen = new Dictionary<int, string>();
        foreach (DatasetReader reader in readers)
        {
            if (seen.Values.Any(root => Path.GetFullPath(root) == Path.GetFullPath(reader.Root)))
                throw new DatasetException(reader.Root, "is given twice; a merge takes each shard once.");
            DatasetPlan plan = reader.Description.Plan;
            if (plan.DeviceClass != first.Description.Plan.DeviceClass)
                throw new DatasetException(reader.Root, $"was rendered on '{plan.DeviceClass}', but {first.Root} on '{first.Description.Plan.DeviceClass}'. A dataset does not mix device classes.");
            if (PlanDifference.Between((first.Description.Plan, null), (plan, null)) is { } difference)
                throw new DatasetException(reader.Root, $"is of another plan than {first.Root}: {difference}.");
            DatasetShard shard = reader.Description.Shard ?? throw new DatasetException(reader.Root, "is a whole dataset, not a shard.");
            if (shard.Of != first.Description.Shard!.Of)
                throw new DatasetException(reader.Root, $"is one of {shard.Of} shards, but {first.Root} is one of {first.Description.Shard.Of}.");
            if (!seen.TryAdd(shard.Index, reader.Root))
                throw new DatasetException(reader.Root, $"is shard {shard.Index}, and so is {seen[shard.Index]}.");
        }

        int of = first.Description.Shard!.Of, missing = of - seen.Count;
        IEnumerable<int> named = Enumerable.Range(1, of).Where(index => !seen.ContainsKey(index)).Take(MostNamed);
        if (missing > 0)
            throw new DatasetException(first.Root, $"of {of} shards, these were not given: {string.Join(", ", named)}{(missing > MostNamed ? $" and {missing - MostNamed} more" : "")}.");
    }

    /// <summary>A k-way merge: one record of each shard in memory.</summary>
    private static IEnumerable<(DatasetReader Shard, FrameLine Line)> InFrameOrder(DatasetReader[] readers)
    {
        var order = new FrameOrder(readers[0].Description.Plan.Cameras);
        IEnumerator<FrameLine>[] cursors = [.. readers.Select(reader => reader.FrameLines().GetEnumerator())];
        var next = new PriorityQueue<int, (long, int, int)>();
        (long, int, int) last = (-1, -1, -1);
        try
        {
            for (int shard = 0; shard < cursors.Length; shard++)
                Advance(shard);
            while (next.TryDequeue(out int shard, out (long, int, int) key))
            {
                if (key.CompareTo(last) <= 0)
                    throw new DatasetException(readers[shard].Root, $"the frame {cursors[shard].Current.Record.Frame} is out of order, or in another shard too.");
                last = key;
                yield return (readers[shard], cursors[shard].Current);
                Advance(shard);
            }
        }
        finally
        {
            Array.ForEach(cursors, cursor => cursor.Dispose());
        }

        void Advance(int shard)
        {
            if (cursors[shard].MoveNext())
                next.Enqueue(shard, order.KeyOf(cursors[shard].Current.Record));
        }
    }

    private static void LinkFiles(DatasetReader shard, FrameRecord record, string target)
    {
        foreach (FileReference file in record.Files.Values)
        {
            shard.RequireIntact(file);
            string copy = DatasetLayout.Resolve(target, file.Path);
            DatasetFolder.Create(Path.GetDirectoryName(copy)!);
            HardLink.CreateOrCopy(DatasetLayout.Resolve(shard.Root, file.Path), copy);
        }
    }
}

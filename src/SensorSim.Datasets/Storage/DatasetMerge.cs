namespace SensorSim.Datasets.Storage;

/// <summary>Joins the shards of one run into the dataset that an unsharded run would have written, to the byte.</summary>
public static class DatasetMerge
{
    /// <param name="shards">The folders of all shards, in any order.</param>
    /// <param name="target">A new folder; it appears when it is whole. Images are hard-linked where the file system allows.</param>
    /// <param name="cancellation">Stops between two frames and removes what was begun.</param>
    /// <exception cref="DatasetException">A shard is missing, given twice, or of another plan or device class.</exception>
    public static DatasetDescription Merge(IReadOnlyList<string> shards, string target, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(shards);
        DatasetReader[] readers = [.. shards.Select(DatasetReader.Open)];
        CheckShards(readers);
        using var staged = new StagedFolder(target);
        DatasetFolder.Create(Path.Combine(staged.Path, DatasetLayout.Provenance));
        DatasetDescription merged;
        using (var assembler = new DatasetAssembler(staged.Path))
        {
            foreach ((DatasetReader shard, ReadOnlyMemory<byte> line, FrameRecord record) in InFrameOrder(readers))
            {
                cancellation.ThrowIfCancellationRequested();
                LinkFiles(shard, record, staged.Path);
                assembler.Add(line.Span, record);
            }

            merged = assembler.Commit(readers[0].Description.Plan, shard: null);
        }

        LinkRunMetadata(readers, staged.Path);
        staged.Commit();
        return merged;
    }

    private static void CheckShards(DatasetReader[] readers)
    {
        DatasetReader first = readers.FirstOrDefault() ?? throw new DatasetException("merge", "no shards were given.");
        var seen = new Dictionary<int, string>();
        foreach (DatasetReader reader in readers)
        {
            DatasetPlan plan = reader.Description.Plan;
            if (plan.DeviceClass != first.Description.Plan.DeviceClass)
                throw new DatasetException(reader.Root, $"was rendered on '{plan.DeviceClass}', but {first.Root} on '{first.Description.Plan.DeviceClass}'. A dataset does not mix device classes.");
            if (plan.Sha256() != first.Description.Plan.Sha256())
                throw new DatasetException(reader.Root, $"is of another plan than {first.Root}: scenario, program version, settings or cameras differ.");
            DatasetShard shard = reader.Description.Shard ?? throw new DatasetException(reader.Root, "is a whole dataset, not a shard.");
            if (shard.Of != first.Description.Shard!.Of)
                throw new DatasetException(reader.Root, $"is one of {shard.Of} shards, but {first.Root} is one of {first.Description.Shard.Of}.");
            if (!seen.TryAdd(shard.Index, reader.Root))
                throw new DatasetException(reader.Root, $"is shard {shard.Index}, and so is {seen[shard.Index]}.");
        }

        int[] missing = [.. Enumerable.Range(1, first.Description.Shard!.Of).Where(index => !seen.ContainsKey(index))];
        if (missing.Length > 0)
            throw new DatasetException(first.Root, $"of {first.Description.Shard.Of} shards, these were not given: {string.Join(", ", missing)}.");
    }

    /// <summary>A k-way merge: one record of each shard in memory.</summary>
    private static IEnumerable<(DatasetReader Shard, ReadOnlyMemory<byte> Line, FrameRecord Record)> InFrameOrder(DatasetReader[] readers)
    {
        var order = new FrameOrder(readers[0].Description.Plan.Cameras);
        var next = new PriorityQueue<Cursor, (long, int, int)>();
        (long, int, int)? last = null;
        try
        {
            foreach (DatasetReader reader in readers)
                Advance(new Cursor(reader), next, order);
            while (next.TryDequeue(out Cursor? cursor, out (long, int, int) key))
            {
                if (key.CompareTo(last ?? (-1, -1, -1)) <= 0)
                    throw new DatasetException(cursor.Shard.Root, $"the frame {cursor.Record.Frame} is out of order, or in another shard too.");
                last = key;
                yield return (cursor.Shard, cursor.Line, cursor.Record);
                Advance(cursor, next, order);
            }
        }
        finally
        {
            while (next.TryDequeue(out Cursor? cursor, out _))
                cursor.Dispose();
        }
    }

    private static void Advance(Cursor cursor, PriorityQueue<Cursor, (long, int, int)> next, FrameOrder order)
    {
        if (cursor.MoveNext())
            next.Enqueue(cursor, order.KeyOf(cursor.Record));
        else
            cursor.Dispose();
    }

    private static void LinkFiles(DatasetReader shard, FrameRecord record, string target)
    {
        foreach (FileReference file in record.Files.Values)
        {
            string source = DatasetLayout.Resolve(shard.Root, file.Path), copy = DatasetLayout.Resolve(target, file.Path);
            if (new FileInfo(source) is not { Exists: true } info || (file.Offset is null && info.Length != file.Bytes))
                throw new DatasetException(source, $"is missing or not {file.Bytes} bytes long; run verify on the shard.");
            DatasetFolder.Create(Path.GetDirectoryName(copy)!);
            HardLink.CreateOrCopy(source, copy);
        }
    }

    private static void LinkRunMetadata(DatasetReader[] readers, string target)
    {
        foreach (string path in readers.SelectMany(r => Directory.EnumerateFiles(Path.Combine(r.Root, DatasetLayout.Provenance), "run-*.json")))
        {
            string copy = Path.Combine(target, DatasetLayout.Provenance, Path.GetFileName(path));
            if (!File.Exists(copy))
                HardLink.CreateOrCopy(path, copy);
        }
    }

    /// <summary>A place in one shard's frames.jsonl.</summary>
    private sealed class Cursor(DatasetReader shard) : IDisposable
    {
        private readonly IEnumerator<TextLine> _lines = shard.Lines().GetEnumerator();

        public DatasetReader Shard => shard;

        public ReadOnlyMemory<byte> Line { get; private set; }

        public FrameRecord Record { get; private set; } = null!;

        public bool MoveNext()
        {
            if (!_lines.MoveNext())
                return false;
            Line = _lines.Current.Bytes;
            Record = shard.ParseRecord(_lines.Current);
            return true;
        }

        public void Dispose() => _lines.Dispose();
    }
}

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;

namespace SensorSim.Datasets.Storage;

/// <summary>Reads what an interrupted run left, believing only records whose files are all there with the right bytes.</summary>
internal static class JournalReader
{
    /// <summary>The finished frames, by name.</summary>
    /// <exception cref="DatasetException">The journal belongs to another plan or shard.</exception>
    public static IReadOnlyDictionary<string, FrameRecord> Read(string root, DatasetPlan plan, DatasetShard? shard, CancellationToken cancellation)
    {
        string path = DatasetLayout.Resolve(root, DatasetLayout.Journal);
        var finished = new ConcurrentDictionary<string, FrameRecord>(StringComparer.Ordinal);
        IEnumerable<TextLine> lines = TextLine.Read(path);
        TextLine header = lines.FirstOrDefault();
        if (!header.IsTerminated)
            return finished;

        CheckHeader(path, header.Bytes.Span, FrameJournal.Header(plan, shard));
        var order = new FrameOrder(plan.Cameras);
        Parallel.ForEach(lines.Skip(1), new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount }, line =>
        {
            if (Intact(root, line, order) is { } record)
                finished.TryAdd(record.Frame, record);
        });
        return finished;
    }

    /// <exception cref="DatasetException">The journal belongs to another plan or shard.</exception>
    private static void CheckHeader(string path, ReadOnlySpan<byte> found, ReadOnlySpan<byte> expected)
    {
        if (!found.SequenceEqual(expected))
        {
            string difference = Difference(found, expected);
            throw new DatasetException(path, $"the folder holds an unfinished run of another plan or shard: {difference}. Choose another output folder, or repeat the first run's scenario, settings and device.")
            {
                IsOfAnotherPlan = true,
            };
        }
    }

    private static string Difference(ReadOnlySpan<byte> found, ReadOnlySpan<byte> expected)
    {
        const string damaged = "its first line is not that of this run";
        try
        {
            return PlanDifference.BetweenHeaders(JsonNode.Parse(found), JsonNode.Parse(expected)) ?? damaged;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return damaged; // keys given twice are an ArgumentException
        }
    }

    private static FrameRecord? Intact(string root, TextLine line, FrameOrder order)
    {
        try
        {
            FrameRecord record = FrameRecordJson.Parse(line.Bytes);
            bool whole = line.IsTerminated && order.Knows(record.Camera)
                && FrameRecordJson.Serialize(record).AsSpan().SequenceEqual(line.Bytes.Span)
                && record.Files.Values.All(file => IsIntact(root, file));
            return whole ? record : null;
        }
        catch (Exception e) when (e is FormatException or DatasetException)
        {
            return null; // a torn line or an unreadable file: the frame is rendered again
        }
    }

    private static bool IsIntact(string root, FileReference file)
    {
        string path = DatasetLayout.Resolve(root, file.Path);
        return RegularFile.Problem(path) is null && RegularFile.Digest(path) == (file.Sha256, file.Bytes);
    }
}

using SensorSim.Datasets.Storage;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// Names the lines of <c>frames.jsonl</c> that are not the records that were written, when the Merkle root says that there are some. The
/// chunk manifests have the hash of each record.
/// </summary>
internal sealed class EditedLines(DatasetReader dataset, FindingList findings)
{
    public void Report()
    {
        (string Frame, string Leaf)[] written = [.. dataset.Description.Chunks.SelectMany((_, chunk) => RecordsOf(chunk))];
        var leafOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string frame, string leaf) in written)
            leafOf.TryAdd(frame, leaf);
        HashSet<string> present = ReportLines(leafOf, written.Select(record => record.Leaf).ToHashSet(StringComparer.Ordinal));
        for (int i = 0; i < written.Length; i++)
        {
            if (!present.Contains(written[i].Frame))
                findings.Add(DatasetLayout.Frames, i + 1, $"the record of {written[i].Frame}, which was here, is missing.");
        }
    }

    /// <returns>The frames that the lines name.</returns>
    private HashSet<string> ReportLines(Dictionary<string, string> leafOf, HashSet<string> leaves)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (TextLine line in dataset.Lines())
        {
            string leaf = Convert.ToHexStringLower(MerkleTree.LeafHash(line.Bytes.Span));
            string? frame = FrameOf(line);
            if (frame is not null)
                present.Add(frame);
            if (frame is null || leaves.Contains(leaf))
                continue;
            findings.Add(DatasetLayout.Frames, line.Number, leafOf.TryGetValue(frame, out string? written)
                ? $"the record of {frame} was changed: its hash is {leaf}, the chunk's manifest has {written}."
                : $"the record of {frame} was added: no chunk's manifest lists that frame.");
        }

        return present;
    }

    private IEnumerable<(string Frame, string Leaf)> RecordsOf(int chunk)
    {
        string path = DatasetLayout.Resolve(dataset.Root, DatasetLayout.ChunkManifest(chunk));
        return RegularFile.ReadProblem(path) is null ? ChunkManifest.RecordsIn(File.ReadLines(path)) : [];
    }

    /// <summary>Null for a line that is no record: it has its own finding.</summary>
    private static string? FrameOf(TextLine line)
    {
        try
        {
            return FrameRecordJson.Parse(line.Bytes).Frame;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}

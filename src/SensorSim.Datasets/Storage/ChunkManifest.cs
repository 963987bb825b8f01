using System.Text;

namespace SensorSim.Datasets.Storage;

/// <summary>
/// The files of one chunk in the format of <c>sha256sum</c>: <c>cd DATASET; sha256sum -c provenance/chunks/000000.sha256</c>. A comment before
/// each frame's files has its name and the hash of its record, by which <c>verify</c> finds an edited line.
/// </summary>
internal sealed class ChunkManifest
{
    private const string Comment = "# ";

    private readonly StringBuilder _text = new();

    public int Frames { get; private set; }

    /// <param name="record">The frame.</param>
    /// <param name="leaf">Its leaf in the Merkle tree.</param>
    public void Add(FrameRecord record, ReadOnlySpan<byte> leaf)
    {
        Frames++;
        _text.Append(Comment).Append(record.Frame).Append(' ').Append(Convert.ToHexStringLower(leaf)).Append('\n');
        foreach ((_, FileReference file) in record.Files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            _text.Append(file.Sha256).Append("  ").Append(file.Path).Append('\n');
    }

    /// <summary>The frames that a manifest lists, in order, with the hashes of their records in hex.</summary>
    public static IEnumerable<(string Frame, string Leaf)> RecordsIn(IEnumerable<string> lines) =>
        from line in lines
        where line.StartsWith(Comment, StringComparison.Ordinal)
        let parts = line[Comment.Length..].Split(' ')
        where parts.Length == 2
        select (parts[0], parts[1]);

    /// <summary>The paths that a manifest lists.</summary>
    public static IEnumerable<string> FilesIn(IEnumerable<string> lines) =>
        from line in lines
        where !line.StartsWith(Comment, StringComparison.Ordinal)
        let parts = line.Split("  ")
        where parts.Length == 2
        select parts[1];

    /// <summary>The text so far, and an empty manifest from here on.</summary>
    public byte[] Take()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _text.Clear();
        Frames = 0;
        return bytes;
    }
}

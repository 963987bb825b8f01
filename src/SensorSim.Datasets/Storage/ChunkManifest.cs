using System.Text;

namespace SensorSim.Datasets.Storage;

/// <summary>The files of one chunk in the format of <c>sha256sum</c>: <c>cd DATASET; sha256sum -c provenance/chunks/000000.sha256</c>.</summary>
internal sealed class ChunkManifest
{
    private readonly StringBuilder _text = new();

    public int Frames { get; private set; }

    public void Add(FrameRecord record)
    {
        Frames++;
        foreach ((_, FileReference file) in record.Files.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            _text.Append(file.Sha256).Append("  ").Append(file.Path).Append('\n');
    }

    /// <summary>The text so far, and an empty manifest from here on.</summary>
    public byte[] Take()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(_text.ToString());
        _text.Clear();
        Frames = 0;
        return bytes;
    }
}

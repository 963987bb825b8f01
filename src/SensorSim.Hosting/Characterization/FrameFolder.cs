using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Datasets.Images;
using SensorSim.Datasets.Storage;

namespace SensorSim.Hosting.Characterization;

/// <summary>Keeps the procedure's frames as 16-bit grey PNG files with an <c>index.json</c>; the folder appears when all are there.</summary>
/// <param name="folder">Where they will be.</param>
public sealed class FrameFolder(string folder) : IDisposable
{
    private readonly StagedFolder _staged = new(folder);
    private readonly ImageWriter _writer = new();
    private readonly JsonArray _index = [];
    private readonly Dictionary<int, int> _repeats = [];

    public void Keep(RawFrame frame, FrameKind kind)
    {
        ArgumentNullException.ThrowIfNull(frame);
        int repeat = _repeats[kind.Level] = _repeats.GetValueOrDefault(kind.Level, -1) + 1;
        string word = kind.IsLit ? "flat" : "dark";
        string file = string.Create(CultureInfo.InvariantCulture, $"{word}_{kind.Level:D3}_{repeat:D2}.png");
        File.WriteAllBytes(Path.Combine(_staged.Path, file), _writer.Encode(frame.Grey(), ImageFormat.Png).Span);
        _index.Add((JsonNode)new JsonObject
        {
            ["file"] = file,
            ["kind"] = word,
            ["level"] = kind.Level,
            ["repeat"] = repeat,
            ["exposure_s"] = kind.ExposureSeconds,
            ["iso"] = kind.Iso,
        });
    }

    /// <summary>Writes the index, and puts the folder in its place.</summary>
    public void Commit()
    {
        File.WriteAllText(Path.Combine(_staged.Path, "index.json"), _index.ToJsonString(), new UTF8Encoding(false));
        _staged.Commit();
    }

    public void Dispose() => _staged.Dispose();
}

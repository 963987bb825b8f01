using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SensorSim.Datasets.Images;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Hosting.Characterization;

/// <summary>
/// A folder of flat fields and dark frames: 16-bit grey PNG or TIFF, of a mosaic as the sensor gives it. <c>index.json</c> says what each is of
/// (as <c>characterize --save-frames</c> writes it); without one, names do: <c>flat_LEVEL_REPEAT.png</c>, <c>dark_LEVEL_REPEAT.png</c>.
/// </summary>
public static partial class CameraFrames
{
    private const double BaseIso = 100;

    /// <exception cref="CalibrationException">There are none, or the index is wrong.</exception>
    public static IReadOnlyList<CameraFrame> In(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CalibrationException($"{folder}: there is no such folder.");
        }

        string index = Path.Combine(folder, "index.json");
        CameraFrame[] frames = File.Exists(index) ? [.. Indexed(folder, index)] : [.. Named(folder)];
        return frames.Length > 0
            ? frames
            : throw new CalibrationException($"{folder}: there are no frames. Put an index.json there, or name them flat_LEVEL_REPEAT.png and dark_LEVEL_REPEAT.png (or .tif).");
    }

    /// <exception cref="CalibrationException">Neither a PNG nor a TIFF of one channel of 16 bits.</exception>
    public static RawFrame Read(CameraFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        PixelPlane plane;
        try
        {
            byte[] file = File.ReadAllBytes(frame.Path);
            plane = TiffReader.HasSignature(file) ? TiffReader.Read(frame.Path) : ImageReader.Decode(file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ImageFormatException)
        {
            throw new CalibrationException($"{frame.Path}: {error.Message}", error);
        }

        if (plane is not { Channels: 1, SampleType: SampleType.UInt16 })
        {
            throw new CalibrationException($"{frame.Path}: it has {plane.Channels} channels of {plane.SampleType}. One channel of 16 bits is expected: the sensor's numbers, not a developed picture.");
        }

        ushort[] samples = System.Runtime.InteropServices.MemoryMarshal.Cast<byte, ushort>(plane.Bytes.Span).ToArray();
        return new(plane.Width, plane.Height, 1, samples);
    }

    /// <summary>Bits that the brightest number of the brightest level needs; 8 at least.</summary>
    public static int Bits(IReadOnlyList<CameraFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ushort brightest = frames.GroupBy(frame => frame.Kind.Level).Max(level => Read(level.First()).Samples.Max());
        return Math.Max(8, 16 - System.Numerics.BitOperations.LeadingZeroCount((uint)brightest << 16));
    }

    private static IEnumerable<CameraFrame> Named(string folder)
    {
        foreach (string path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (FrameName().Match(Path.GetFileName(path)) is { Success: true } match)
            {
                int level = int.Parse(match.Groups["level"].Value, CultureInfo.InvariantCulture);
                bool isLit = match.Groups["kind"].Value == "flat";
                yield return new(path, new(isLit, isLit ? level : -1 - level, double.NaN, BaseIso));
            }
        }
    }

    private static List<CameraFrame> Indexed(string folder, string index)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(index));
            return [.. document.RootElement.EnumerateArray().Select((entry, i) => Entry(folder, index, entry, i))];
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new CalibrationException($"{index}: it is not a JSON list of frames: {error.Message}", error);
        }
    }

    private static CameraFrame Entry(string folder, string index, JsonElement entry, int i)
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{index}: $[{i}]");
        JsonElement Key(string key, JsonValueKind kind) => entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty(key, out JsonElement value) && value.ValueKind == kind
            ? value
            : throw new CalibrationException($"{place}.{key}: a {kind.ToString().ToLowerInvariant()} is expected.");
        string kind = Key("kind", JsonValueKind.String).GetString()!;
        if (kind is not ("flat" or "dark"))
        {
            throw new CalibrationException($"{place}.kind: \"{kind}\" is neither flat nor dark.");
        }

        string path = Path.Combine(folder, Key("file", JsonValueKind.String).GetString()!);
        int level = Key("level", JsonValueKind.Number).TryGetInt32(out int whole) ? whole : throw new CalibrationException($"{place}.level: a whole number is expected.");
        double iso = entry.TryGetProperty("iso", out _) ? Key("iso", JsonValueKind.Number).GetDouble() : BaseIso;
        double exposure = entry.TryGetProperty("exposure_s", out _) ? Key("exposure_s", JsonValueKind.Number).GetDouble() : double.NaN;
        return File.Exists(path)
            ? new(path, new(kind == "flat", level, exposure, iso))
            : throw new CalibrationException($"{place}.file: {path} is not there.");
    }

    [GeneratedRegex(@"^(?<kind>flat|dark)_(?<level>\d{1,9})_\d{1,9}\.(png|tiff?)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FrameName();
}

using System.Globalization;
using System.Text.RegularExpressions;
using SensorSim.Datasets.Images;

namespace SensorSim.Datasets.Storage;

/// <summary>Names and places of a dataset's files. Paths inside a dataset use '/' and are relative to its root.</summary>
public static partial class DatasetLayout
{
    public const string Description = "dataset.json";
    public const string Frames = "frames.jsonl";
    public const string Provenance = "provenance";
    public const string Chunks = "provenance/chunks";
    public const string Journal = "provenance/journal.jsonl";
    public const string Lock = "provenance/run.lock";
    public const string Checkpoint = "provenance/checkpoint.txt";
    public const string Attestation = "provenance/attestation.dsse.json";
    public const string Signer = "provenance/signer.pem";

    /// <summary>Frames per chunk: a power of two, so that chunk roots are nodes of the Merkle tree.</summary>
    public const int FramesPerChunk = 1024;

    /// <summary>"000012_0007_front": sample, step, camera.</summary>
    public static string FrameName(long sample, int step, string camera) =>
        string.Create(CultureInfo.InvariantCulture, $"{sample:D6}_{step:D4}_{camera}");

    /// <summary>"depth/000012_0007_front.png".</summary>
    public static string ImagePath(string output, string frame, ImageFormat format) =>
        $"{output}/{frame}.{ExtensionOf(format)}";

    private static string ExtensionOf(ImageFormat format) => format switch
    {
        ImageFormat.Png => "png",
        ImageFormat.Jpeg => "jpg",
        ImageFormat.Ply => "ply",
        ImageFormat.JsonLines => "jsonl",
        _ => "exr",
    };

    public static string ChunkManifest(int chunk) => string.Create(CultureInfo.InvariantCulture, $"{Chunks}/{chunk:D6}.sha256");

    /// <summary>Whether a camera's name can stand in a file name: letters, digits, '.', '-' and '_', at most 64.</summary>
    public static bool IsCameraName(string name) => CameraName().IsMatch(name);

    /// <summary>Whether an output's name ("rgb", "depth") can be a folder of the dataset.</summary>
    public static bool IsOutputName(string name) => OutputName().IsMatch(name) && name != Provenance;

    /// <summary>Whether a file name is one that a frame's image has.</summary>
    internal static bool IsFrameFile(string fileName) => FrameFile().IsMatch(fileName);

    /// <summary>A path inside the dataset as a path of the system.</summary>
    /// <exception cref="DatasetException">The path leads out of the dataset.</exception>
    public static string Resolve(string root, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        bool inside = path.Length > 0 && !Path.IsPathRooted(path) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl)
            && !path.Split('/').Any(part => part is "" or "." or "..");
        return inside ? Path.Combine(root, path) : throw new DatasetException(root, $"the file reference '{path}' leads out of the dataset.");
    }

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CameraName();

    [GeneratedRegex(@"\A[a-z][a-z0-9_-]{0,31}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OutputName();

    [GeneratedRegex(@"\A[0-9]{6,}_[0-9]{4,}_[A-Za-z0-9][A-Za-z0-9._-]*\.(png|jpg|exr|ply|jsonl)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FrameFile();
}

using System.Security.Cryptography;
using System.Text;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Scenes.Images;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>Real images that a style goes by: PNG, JPEG or WebP.</summary>
public sealed class TargetImages
{
    private const string Rgb = "rgb";

    private static readonly string[] s_extensions = [".png", ".jpg", ".jpeg", ".webp"];

    private TargetImages(IReadOnlyList<StyleTarget> images, StyleTargetsRecord record) => (Images, Record) = (images, record);

    /// <summary>In the order of their names; at least one.</summary>
    public IReadOnlyList<StyleTarget> Images { get; }

    public StyleTargetsRecord Record { get; }

    /// <param name="pattern">An image, a folder of images, or a path with wildcards; of a dataset's folder, its pictures.</param>
    /// <param name="baseFolder">Where a relative one begins.</param>
    /// <exception cref="RequestException">It finds no image, or something that is none.</exception>
    public static TargetImages Find(string pattern, string baseFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        string[] paths = [.. FilesOf(pattern, Path.GetFullPath(baseFolder))];
        if (paths.Length == 0)
        {
            throw new RequestException([$"target {pattern}: no image is there (looked for {Path.GetFullPath(pattern, baseFolder)}); expected PNG, JPEG or WebP files, a folder of them, or a pattern such as real/*.png."]);
        }

        if (Array.Find(paths, IsLabel) is { } label)
        {
            throw new RequestException([$"target {pattern}: {label} is a label of a dataset and no picture; expected real images, or the dataset's folder for its pictures."]);
        }

        string root = CommonFolder(paths);
        StyleTarget[] images = [.. paths.Select(path => Load(path, Path.GetRelativePath(root, path)))];
        string list = string.Concat(images.Select(image => $"{image.Sha256}  {image.Name}\n"));
        return new(images, new(pattern, images.Length, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(list)))));
    }

    private static IEnumerable<string> FilesOf(string pattern, string baseFolder)
    {
        string path = Path.GetFullPath(pattern, baseFolder);
        if (Directory.Exists(path))
        {
            string pictures = Path.Combine(path, Rgb);
            string folder = IsDataset(path) && Directory.Exists(pictures) ? pictures : path;
            return Directory.EnumerateFiles(folder).Where(file => s_extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);
        }

        return PathPattern.IsOne(pattern) ? PathPattern.Find(pattern, baseFolder) : File.Exists(path) ? [path] : [];
    }

    private static bool IsLabel(string path) => Path.GetDirectoryName(path) is { } folder && Path.GetFileName(folder) != Rgb && Path.GetDirectoryName(folder) is { } dataset && IsDataset(dataset);

    private static bool IsDataset(string folder) => File.Exists(Path.Combine(folder, DatasetLayout.Description));

    private static string CommonFolder(string[] paths)
    {
        string folder = Path.GetDirectoryName(paths[0])!;
        while (!paths.All(path => path.StartsWith(folder == "/" ? folder : folder + "/", StringComparison.Ordinal)))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static StyleTarget Load(string path, string name)
    {
        byte[] file = RegularFile.ReadAllBytes(path);
        _ = Decode(path, file);
        return new(name, Convert.ToHexStringLower(SHA256.HashData(file)), () => Decode(path, RegularFile.ReadAllBytes(path)));
    }

    private static StyleImage Decode(string path, byte[] file)
    {
        try
        {
            return Pictures.ToStyle(PngDecoder.IsPng(file) ? PngDecoder.DecodeRgba8(file)
                : JpegDecoder.IsJpeg(file) ? JpegDecoder.DecodeRgba8(file)
                : WebpDecoder.IsWebp(file) ? WebpDecoder.DecodeRgba8(file)
                : throw new ImageFormatException("Neither PNG, JPEG nor WebP."));
        }
        catch (ImageFormatException broken)
        {
            throw new RequestException([$"target {path}: {broken.Message}"]);
        }
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;
using SensorSim.Signals;

namespace SensorSim.Scenes.Composition;

/// <summary>
/// A folder with the textures of one material as libraries of scanned materials pack them: PNG or JPEG files with their role in the name. A base colour must be there;
/// a normal map (OpenGL's green), roughness and metalness, or the packed map of occlusion, roughness and metalness may be.
/// </summary>
public sealed partial class TextureFolder
{
    private const string Expected = "the folder of one material, with files like oak_color.jpg, oak_normal.png and oak_roughness.jpg";

    private readonly string _folder;
    private readonly SortedDictionary<string, string> _digests = new(StringComparer.Ordinal);

    private TextureFolder(string folder) => _folder = folder;

    /// <summary>The material, alone in a scene.</summary>
    public Scene Fragment { get; private set; } = null!;

    /// <summary>File name → SHA-256, lower-case hex, of what was read.</summary>
    public IReadOnlyDictionary<string, string> Digests => _digests;

    /// <exception cref="ImageFormatException">There is no such folder, no base colour in it, two files of one role, or a damaged image.</exception>
    public static TextureFolder Read(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!Directory.Exists(folder))
        {
            throw new ImageFormatException($"{folder}: there is no such folder. Give {Expected}.");
        }

        var read = new TextureFolder(folder);
        read.Fragment = read.Material([.. Directory.EnumerateFiles(folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)]);
        return read;
    }

    private Scene Material(string[] files)
    {
        Image color = Only(files, BaseColor(), "base colour") ?? throw new ImageFormatException($"{_folder}: no file is a base colour (color, basecolor, albedo or diffuse in its name). Give {Expected}.");
        Image? normal = Only(files, Normal(), "normal map"), packed = Only(files, Packed(), "packed map");
        Image? roughness = Only(files, Roughness(), "roughness"), metalness = Only(files, Metalness(), "metalness");
        Image? surface = packed ?? (roughness is null && metalness is null ? null : Pack(roughness, metalness));
        Image[] images = [.. new[] { color, surface, normal }.OfType<Image>()];
        TextureBinding? On(Image? image) => image is null ? null : new(Array.IndexOf(images, image), 0, Matrix3x2.Identity, 1);
        var material = new Material
        {
            Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(_folder)),
            BaseColorTexture = On(color),
            MetallicRoughnessTexture = On(surface),
            NormalTexture = On(normal),
            Metallic = packed is null && metalness is null ? 0 : 1,
            Roughness = surface is null || (packed is null && roughness is null) ? 0.7f : 1,
        };
        return new(_folder, [], [], [material], [.. images.Select((_, i) => new Texture(i, TextureSampler.Default))], images, [], []);
    }

    private Image? Only(string[] files, Regex role, string name)
    {
        string[] found = [.. files.Where(file => role.IsMatch(file))];
        return found.Length > 1 ? throw new ImageFormatException($"{_folder}: {found[0]} and {found[1]} both look like a {name}. Leave one.")
            : found is [var file] ? Decode(file) : null;
    }

    private Image Decode(string file)
    {
        string path = Path.Combine(_folder, file);
        byte[] bytes = File.ReadAllBytes(path);
        try
        {
            PixelPlane plane = PngDecoder.IsPng(bytes) ? PngDecoder.DecodeRgba8(bytes) : JpegDecoder.DecodeRgba8(bytes);
            _digests[file] = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return new(file, plane.Width, plane.Height, plane.Bytes.ToArray());
        }
        catch (ImageFormatException damaged)
        {
            throw new ImageFormatException($"{path}: {damaged.Message}", damaged);
        }
    }

    // glTF has roughness in green and metalness in blue. Of two sizes the larger one's nearest pixels count.
    private static Image Pack(Image? roughness, Image? metalness)
    {
        Image larger = roughness is null || metalness is { } other && other.Width > roughness.Width ? metalness! : roughness;
        byte[] rgba = new byte[larger.Rgba.Length];
        Span<uint> pixels = MemoryMarshal.Cast<byte, uint>(rgba.AsSpan());
        for (int i = 0; i < pixels.Length; i++)
        {
            (int x, int y) = (i % larger.Width, i / larger.Width);
            pixels[i] = 0xFF0000FFu | ((uint)RedOf(roughness, x, y, larger) << 8) | ((uint)RedOf(metalness, x, y, larger) << 16);
        }

        return new("roughness and metalness", larger.Width, larger.Height, rgba);
    }

    private static byte RedOf(Image? image, int x, int y, Image size) =>
        image is null ? byte.MaxValue : image.Rgba[4 * ((y * image.Height / size.Height * image.Width) + (x * image.Width / size.Width))];

    [GeneratedRegex(@"(?i)(base_?colou?r|albedo|diff(use)?|[_-]colou?r|[_-]col)[^.]*\.(png|jpe?g)$")]
    private static partial Regex BaseColor();

    [GeneratedRegex(@"(?i)(normal(?!_?dx)|nor_gl|nrm)[^.]*\.(png|jpe?g)$")]
    private static partial Regex Normal();

    [GeneratedRegex(@"(?i)[_-](arm|orm)[^.]*\.(png|jpe?g)$")]
    private static partial Regex Packed();

    [GeneratedRegex(@"(?i)rough(ness)?[^.]*\.(png|jpe?g)$")]
    private static partial Regex Roughness();

    [GeneratedRegex(@"(?i)metal(lic|ness)?[^.]*\.(png|jpe?g)$")]
    private static partial Regex Metalness();
}

using System.Numerics;
using SensorSim.Physics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Robots;

/// <summary>Materials of Phong's model as metallic-roughness ones; one for each look, in the order of first use.</summary>
internal sealed class RobotMaterials(ArticulatedModel model)
{
    /// <summary>Luminance of a screen's white, nit: what glows fully is so bright.</summary>
    public const double WhiteNit = 35;

    private const double BroadestHighlight = 128;

    private readonly OrderedDictionary<(int? Material, string Rgba), Material> _made = [];

    public IReadOnlyList<Material> All => [.. _made.Values];

    /// <summary>The place of a shape's material.</summary>
    public int Of(ModelShape shape)
    {
        (int?, string) key = (shape.Material, string.Join(' ', shape.Rgba.Select(one => one.ToString("R", System.Globalization.CultureInfo.InvariantCulture))));
        _made.TryAdd(key, Made(shape));
        return _made.IndexOf(key);
    }

    /// <summary>The texture of a shape's material.</summary>
    public ModelTexture? TextureOf(ModelShape shape) => MaterialOf(shape)?.Texture is { } texture ? model.Textures[texture] : null;

    public ModelMaterial? MaterialOf(ModelShape shape) => shape.Material is { } index ? model.Materials[index] : null;

    /// <summary>Textures in the order of the model's.</summary>
    public static IEnumerable<Texture> Textures(ArticulatedModel model) => model.Textures.Select((texture, i) => new Texture(i, texture.IsCube
        ? new(true, true, MipFilter.None, TextureWrap.ClampToEdge, TextureWrap.ClampToEdge)
        : TextureSampler.Default));

    public static IEnumerable<Image> Images(ArticulatedModel model) => model.Textures.Select(texture => new Image(texture.Name, texture.Width, texture.Height, Opaque(texture.Rgb)));

    private Material Made(ModelShape shape)
    {
        ModelMaterial? material = MaterialOf(shape);
        var color = new Vector3(Linear(shape.Rgba[0]), Linear(shape.Rgba[1]), Linear(shape.Rgba[2]));
        double specular = material?.Specular ?? 0.5, shininess = material?.Shininess ?? 0.5, mirrors = material?.Reflectance ?? 0;
        return new()
        {
            Name = material?.Name,
            BaseColor = new(color, (float)shape.Rgba[3]),
            BaseColorTexture = material?.Texture is { } texture ? new(texture, 0, Matrix3x2.Identity, 1) : null,
            Metallic = 0,
            Roughness = (float)((1 - Math.Clamp(mirrors, 0, 1)) * Roughness(shininess)),
            Specular = new((float)Math.Clamp(2 * specular, 0, 1), null, Vector3.One, null),
            Emissive = (float)((material?.Emission ?? 0) * WhiteNit) * color,
            AlphaMode = shape.Rgba[3] < 1 ? AlphaMode.Blend : AlphaMode.Opaque,
        };
    }

    // Highlights of cosⁿ are as wide as those of a microfacet surface with α² = 2 / (n + 2), and roughness is the root of α.
    private static double Roughness(double shininess) => Math.Pow(2 / ((BroadestHighlight * Math.Clamp(shininess, 0, 1)) + 2), 0.25);

    /// <summary>IEC 61966-2-1.</summary>
    public static float Linear(double c) => (float)(c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4));

    private static byte[] Opaque(byte[] rgb)
    {
        byte[] rgba = new byte[rgb.Length / 3 * 4];
        for (int i = 0; i < rgb.Length / 3; i++)
        {
            rgb.AsSpan(3 * i, 3).CopyTo(rgba.AsSpan(4 * i));
            rgba[(4 * i) + 3] = byte.MaxValue;
        }

        return rgba;
    }
}

using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>Collects the textures of one material, which repeat every so many metres.</summary>
internal sealed class TileTextures(double tileMetres)
{
    private readonly List<Image> _images = [];

    /// <summary>A texture that a metre of UV coordinates is scaled for.</summary>
    public TextureBinding Add(Image image, float strength = 1)
    {
        _images.Add(image);
        return new(_images.Count - 1, 0, Matrix3x2.CreateScale((float)(1 / tileMetres)), strength);
    }

    /// <summary>The material with what it needs.</summary>
    public Scene Fragment(Material material) => new(
        material.Name ?? "",
        [],
        [],
        [material],
        [.. _images.Select((_, i) => new Texture(i, TextureSampler.Default))],
        _images,
        [],
        []);
}

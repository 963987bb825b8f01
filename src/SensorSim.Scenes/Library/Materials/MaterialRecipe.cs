using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>How a material is made.</summary>
/// <param name="Name">As the library knows it.</param>
/// <param name="TileMetres">The textures repeat every so many metres.</param>
/// <param name="Summary">What it looks like, in a few words.</param>
/// <param name="Compose">Makes the material and adds its textures.</param>
internal sealed record MaterialRecipe(string Name, double TileMetres, string Summary, Func<TileTextures, Material> Compose)
{
    /// <summary>Texels along a side of the textures.</summary>
    public const int Texels = 512;

    /// <summary>Texels along a side of textures that need no detail.</summary>
    public const int FewTexels = 256;

    public LibraryMaterial Make()
    {
        var textures = new TileTextures(TileMetres);
        Material material = Compose(textures) with { Name = Name };
        return new(Name, textures.Fragment(material), TileMetres, Summary);
    }
}

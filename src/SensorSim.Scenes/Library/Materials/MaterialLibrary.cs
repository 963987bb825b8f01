using SensorSim.Plugins;

namespace SensorSim.Scenes.Library.Materials;

/// <summary>
/// Materials that the project makes itself, each always the same to the byte. Base colours, reflectances and indices of refraction are in the ranges
/// that are measured for what they are; docs/materials.md has the list.
/// </summary>
public static class MaterialLibrary
{
    private static readonly MaterialRecipe[] s_recipes =
    [
        .. BoardMaterials.All, .. WoodMaterials.All, .. MetalMaterials.All, .. PlasticMaterials.All, .. ClearMaterials.All, .. MineralMaterials.All, .. TextileMaterials.All,
    ];

    // Textures take a tenth of a second or two each, and what was made is never changed.
    private static readonly Dictionary<string, Lazy<LibraryMaterial>> s_materials =
        s_recipes.ToDictionary(recipe => recipe.Name, recipe => new Lazy<LibraryMaterial>(recipe.Make), StringComparer.Ordinal);

    /// <summary>The materials by name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_materials.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Whether a name in a scenario means a material of the library and not one of the scene: "builtin:oak".</summary>
    public static bool IsReference(string material) => SceneLibrary.IsReference(material);

    /// <summary>The material of a name or of "builtin:NAME".</summary>
    /// <exception cref="ArgumentException">There is no such material; the message names the nearest.</exception>
    public static LibraryMaterial Create(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string own = IsReference(name) ? name[SceneLibrary.Prefix.Length..] : name;
        return s_materials.TryGetValue(own, out Lazy<LibraryMaterial>? material)
            ? material.Value
            : throw new ArgumentException($"The library has no material \"{own}\".{NearestName.Hint(own, Names)}", nameof(name));
    }

    /// <summary>The material made anew.</summary>
    internal static LibraryMaterial Make(string name) => s_recipes.Single(recipe => recipe.Name == name).Make();
}

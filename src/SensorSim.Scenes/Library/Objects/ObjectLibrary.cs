using SensorSim.Plugins;

namespace SensorSim.Scenes.Library.Objects;

/// <summary>Objects that the project makes itself, each always the same; docs/scenarios.md has the list.</summary>
public static class ObjectLibrary
{
    private static readonly ObjectRecipe[] s_recipes = [.. Tableware.All, .. Packaging.All, .. MachineParts.All, .. Bins.All, .. YardObjects.All, .. Trucks.All];

    // What was made is never changed.
    private static readonly Dictionary<string, Lazy<LibraryObject>> s_objects =
        s_recipes.ToDictionary(recipe => recipe.Name, recipe => new Lazy<LibraryObject>(recipe.Make), StringComparer.Ordinal);

    /// <summary>The objects by name, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_objects.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The categories of the objects, in ordinal order.</summary>
    public static IReadOnlyList<string> Categories { get; } = [.. s_recipes.Select(recipe => recipe.Category).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Names of the objects of a category, in ordinal order; empty for one that the library does not have.</summary>
    public static IReadOnlyList<string> NamesOf(string category) =>
        [.. s_recipes.Where(recipe => recipe.Category == category).Select(recipe => recipe.Name).Order(StringComparer.Ordinal)];

    /// <summary>Whether a name in a scenario means an object of the library and not a file: "builtin:mug".</summary>
    public static bool IsReference(string item) => SceneLibrary.IsReference(item);

    /// <summary>The object of a name or of "builtin:NAME".</summary>
    /// <exception cref="ArgumentException">There is no such object; the message names the nearest.</exception>
    public static LibraryObject Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        string own = IsReference(name) ? name[SceneLibrary.Prefix.Length..] : name;
        return s_objects.TryGetValue(own, out Lazy<LibraryObject>? item)
            ? item.Value
            : throw new ArgumentException($"The library has no object \"{own}\".{NearestName.Hint(own, Names)}", nameof(name));
    }

    /// <summary>The object made anew.</summary>
    internal static LibraryObject Make(string name) => s_recipes.Single(recipe => recipe.Name == name).Make();
}

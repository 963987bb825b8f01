using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Library.Materials;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.Hosting.Runs.Sources;

/// <summary>Reads what scenarios add to scenes, from the library and from files, and keeps what identifies it.</summary>
/// <param name="source">Where relative names begin.</param>
public sealed class FragmentLibrary(SceneSource source) : IFragmentSource
{
    private readonly Dictionary<string, LoadedScene> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _categories = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LoadedScene> _materials = new(StringComparer.Ordinal);

    /// <summary>Everything that was read: name → SHA-256, lower-case hex.</summary>
    public IEnumerable<KeyValuePair<string, string>> Assets => _items.Values.Concat(_materials.Values).SelectMany(fragment => fragment.Assets);

    /// <inheritdoc/>
    /// <exception cref="CompositionException">It shows nothing, or deforms.</exception>
    /// <exception cref="RequestException">The library has no such object.</exception>
    /// <exception cref="Scenes.Gltf.GltfException">The file cannot be read.</exception>
    public Scene Item(string reference) => Load(_items, reference, () => SceneLibrary.IsReference(reference)
        ? OfLibrary(source, reference, "object", ObjectLibrary.Names, () => ObjectLibrary.Of(reference).Fragment)
        : OfFile(reference));

    /// <inheritdoc/>
    /// <exception cref="RequestException">The library has no such material.</exception>
    /// <exception cref="Scenes.Images.ImageFormatException">The folder is no material's.</exception>
    public Scene Material(string reference) => Load(_materials, reference, () => SceneLibrary.IsReference(reference)
        ? OfLibrary(source, reference, "material", MaterialLibrary.Names, () => MaterialLibrary.Create(reference).Fragment)
        : OfFolder(reference));

    /// <summary>The category of an item: the library's, what the file's first object says, or the file's name.</summary>
    public string CategoryOf(string reference)
    {
        if (SceneLibrary.IsReference(reference))
        {
            return ObjectLibrary.Of(reference).Category;
        }

        Item(reference);
        return _categories.GetValueOrDefault(reference) ?? Path.GetFileNameWithoutExtension(reference);
    }

    /// <summary>The scenario with each mistyped object of the library in place, so that errors of what names it are told in the same round; null where none is mistyped, or nothing is near.</summary>
    public static Scenario? Meant(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        static string Of(string item) => SceneLibrary.IsReference(item) && item[SceneLibrary.Prefix.Length..] is var name
            && !ObjectLibrary.Names.Contains(name, StringComparer.Ordinal) && NearestName.Of(name, ObjectLibrary.Names) is { } nearest ? SceneLibrary.Prefix + nearest : item;
        AddedGroup[] groups = [.. scenario.Objects.Select(group => group with { Items = [.. group.Items.Select(Of)] })];
        return groups.Zip(scenario.Objects).All(pair => pair.First.Items.SequenceEqual(pair.Second.Items, StringComparer.Ordinal)) ? null : scenario with { Objects = groups };
    }

    private LoadedScene OfFile(string reference)
    {
        if (ObjectLibrary.Names.Contains(reference, StringComparer.Ordinal))
        {
            throw new RequestException([$"'{reference}' is no glTF file but an object of the library: {SceneLibrary.Prefix}{reference}."]);
        }

        LoadedScene file = source.Load(reference);
        _categories[reference] = file.Scene.Nodes.Select(node => node.Extras?["category"] is JsonValue value && value.TryGetValue(out string? text) ? text : null).FirstOrDefault(text => text is not null);
        return file.Scene.Articulation.IsEmpty && !FragmentBodies.AreSeveral(file.Scene) ? file with { Scene = SceneMerge.Flattened(file.Scene, reference) } : file;
    }

    private static Scene Load(Dictionary<string, LoadedScene> known, string reference, Func<LoadedScene> load)
    {
        if (!known.TryGetValue(reference, out LoadedScene? fragment))
        {
            known.Add(reference, fragment = load());
        }

        return fragment.Scene;
    }

    private static LoadedScene OfLibrary(SceneSource source, string reference, string noun, IReadOnlyList<string> names, Func<Scene> make)
    {
        string name = reference[SceneLibrary.Prefix.Length..];
        if (!names.Contains(name, StringComparer.Ordinal))
        {
            throw new RequestException([$"The library has no {noun} \"{name}\".{NearestName.Hint(name, names)}"]);
        }

        return source.Library?.Of(noun, reference, () => Fragment(reference, make())) ?? Fragment(reference, make());
    }

    private static LoadedScene Fragment(string reference, Scene fragment) =>
        new(reference, fragment, new Dictionary<string, string>(StringComparer.Ordinal) { [reference] = FragmentDigest.Of(fragment) });

    private LoadedScene OfFolder(string reference)
    {
        var folder = TextureFolder.Read(Path.Combine(source.Folder, reference));
        return new(reference, folder.Fragment, folder.Digests.ToDictionary(file => Path.Combine(reference, file.Key), file => file.Value, StringComparer.Ordinal));
    }
}

namespace SensorSim.Scenes.Gltf;

/// <summary>One of the document's top-level arrays, such as <c>accessors</c>: what indices point into.</summary>
internal sealed class GltfArray(string name, IReadOnlyList<JsonCursor> items)
{
    public string Name { get; } = name;

    public int Count => items.Count;

    public JsonCursor this[int index] => items[index];

    public IEnumerable<(int Index, JsonCursor Item)> All() => items.Select((item, index) => (index, item));

    /// <summary>One value from each element.</summary>
    public List<T> Read<T>(Func<JsonCursor, T> read) => [.. items.Select(read)];
}

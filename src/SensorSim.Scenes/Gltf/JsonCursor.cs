using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SensorSim.Scenes.Gltf;

/// <summary>A JSON value that knows where it is, so that every complaint can name its path. Typed getters throw <see cref="GltfException"/>.</summary>
internal sealed class JsonCursor
{
    private readonly string file;
    private readonly JsonCursor? parent;
    private readonly string? member;
    private readonly int index;

    private JsonCursor(string file, JsonCursor? parent, string? member, int index, JsonElement element)
    {
        this.file = file;
        this.parent = parent;
        this.member = member;
        this.index = index;
        Element = element;
    }

    public JsonElement Element { get; }

    /// <summary>Such as <c>$.meshes[0].primitives[1].indices</c>.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            Append(path);
            return path.ToString();
        }
    }

    public static JsonCursor Root(string file, JsonElement element) => new(file, null, null, 0, element);

    /// <summary>A complaint about this value, to be thrown.</summary>
    public GltfException Error(string problem, Exception? cause = null) => new(file, Path, problem, cause);

    /// <summary>A member of this object, or null when it is absent.</summary>
    public JsonCursor? Find(string name)
    {
        RequireKind(JsonValueKind.Object, "an object");
        return Element.TryGetProperty(name, out JsonElement value) ? new(file, this, name, 0, value) : null;
    }

    public JsonCursor Get(string name) => Find(name) ?? throw Error($"the required member \"{name}\" is missing; add it or export the file again");

    /// <summary>The elements of this array.</summary>
    public List<JsonCursor> Items()
    {
        RequireKind(JsonValueKind.Array, "an array");
        var items = new List<JsonCursor>(Element.GetArrayLength());
        foreach (JsonElement item in Element.EnumerateArray())
        {
            items.Add(new(file, this, null, items.Count, item));
        }

        return items;
    }

    /// <summary>The elements of a member array; empty when it is absent.</summary>
    public List<JsonCursor> Items(string name) => Find(name)?.Items() ?? [];

    /// <summary>The members of this object, in document order.</summary>
    public IEnumerable<(string Name, JsonCursor Value)> Members()
    {
        RequireKind(JsonValueKind.Object, "an object");
        return Element.EnumerateObject().Select(m => (m.Name, new JsonCursor(file, this, m.Name, 0, m.Value)));
    }

    /// <summary>A finite number.</summary>
    public double Number()
    {
        RequireKind(JsonValueKind.Number, "a number");
        return Element.TryGetDouble(out double value) && double.IsFinite(value)
            ? value
            : throw Error($"expected a finite number, found {Excerpt()}; correct the value");
    }

    public double Number(string name, double absent) => Find(name)?.Number() ?? absent;

    /// <summary>A whole number in a range; 3.0 counts as 3.</summary>
    public long Integer(long minimum, long maximum)
    {
        double value = Number();
        return value == Math.Floor(value) && value >= minimum && value <= maximum
            ? (long)value
            : throw Error($"expected a whole number from {minimum} to {maximum}, found {Excerpt()}; correct the value");
    }

    public long Integer(string name, long absent, long minimum, long maximum) => Find(name)?.Integer(minimum, maximum) ?? absent;

    public string Text()
    {
        RequireKind(JsonValueKind.String, "a string");
        return Element.GetString()!;
    }

    public string? Text(string name) => Find(name)?.Text();

    public bool Flag(string name) => Find(name) is JsonCursor c && c.Element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw c.Error($"expected true or false, found {c.Excerpt()}; correct the value"),
    };

    /// <summary>An array of exactly so many finite numbers.</summary>
    public double[] Numbers(int count)
    {
        RequireKind(JsonValueKind.Array, $"an array of {count} numbers");
        int length = Element.GetArrayLength();
        return length == count
            ? [.. Items().Select(i => i.Number())]
            : throw Error($"expected an array of {count} numbers, found {length}; correct the array");
    }

    public double[]? Numbers(string name, int count) => Find(name)?.Numbers(count);

    /// <summary>The index of an element of <paramref name="target"/>.</summary>
    public int Index(GltfArray target)
    {
        double value = Number();
        return value == Math.Floor(value) && value >= 0 && value < target.Count
            ? (int)value
            : throw Error($"expected the index of one of the {target.Count} {target.Name}, found {Excerpt()}; correct the index");
    }

    public int? Index(string name, GltfArray target) => Find(name)?.Index(target);

    private void RequireKind(JsonValueKind kind, string expected)
    {
        if (Element.ValueKind != kind)
        {
            throw Error($"expected {expected}, found {Excerpt()}; correct the value");
        }
    }

    private string Excerpt() => Element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ when Element.GetRawText() is { Length: > 40 } text => text[..40] + "…",
        _ => Element.GetRawText(),
    };

    // Recursion is bounded by the parser's depth limit.
    private void Append(StringBuilder path)
    {
        if (parent is null)
        {
            path.Append('$');
            return;
        }

        parent.Append(path);
        _ = member is null ? path.Append(CultureInfo.InvariantCulture, $"[{index}]") : path.Append('.').Append(member);
    }
}

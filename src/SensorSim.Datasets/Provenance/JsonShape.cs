namespace SensorSim.Datasets.Provenance;

/// <summary>
/// How a record becomes a canonical JSON object: its keys, in any order, each with where its value comes from. Values go straight into
/// bytes: one frame has a thousand numbers and no tree.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class JsonShape<T>
{
    private readonly SortedList<string, Action<CanonicalJsonWriter, T>> _keys = new(StringComparer.Ordinal);

    public void Write(CanonicalJsonWriter json, T record)
    {
        json.BeginObject();
        foreach (Action<CanonicalJsonWriter, T> write in _keys.Values)
        {
            write(json, record);
        }

        json.EndObject();
    }

    /// <param name="key">Each only once.</param>
    /// <param name="value">Gives the value.</param>
    /// <param name="write">Writes a value that is not null.</param>
    /// <param name="isOptional">Without a value the key is left out; otherwise it is null.</param>
    public JsonShape<T> Value<TValue>(string key, Func<T, TValue?> value, Action<CanonicalJsonWriter, TValue> write, bool isOptional = false)
    {
        _keys.Add(key, (json, record) => WriteValue(json, key, value(record), write, isOptional));
        return this;
    }

    public JsonShape<T> Text(string key, Func<T, string?> value, bool isOptional = false) =>
        Value(key, value, static (json, text) => json.String(text), isOptional);

    public JsonShape<T> Integer(string key, Func<T, long?> value, bool isOptional = false) =>
        Value<long?>(key, value, static (json, integer) => json.Integer(integer!.Value), isOptional);

    public JsonShape<T> Number(string key, Func<T, double?> value, bool isOptional = false) =>
        Value<double?>(key, value, static (json, number) => json.Number(number!.Value), isOptional);

    /// <summary>Above what a JSON number holds exactly, as a string of digits.</summary>
    public JsonShape<T> Unsigned(string key, Func<T, ulong> value) => Value<ulong?>(key, record => value(record), static (json, number) =>
    {
        if (number <= CanonicalNumber.MaximumSafeInteger)
            json.Integer((long)number.Value);
        else
            json.String(number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    });

    public JsonShape<T> Numbers(string key, Func<T, IReadOnlyList<double>?> value, bool isOptional = false) =>
        Value(key, value, static (json, numbers) => json.Numbers(numbers), isOptional);

    public JsonShape<T> List<TItem>(string key, Func<T, IReadOnlyList<TItem>?> value, Action<CanonicalJsonWriter, TItem> write, bool isOptional = false) => Value(key, value, (json, items) =>
    {
        json.BeginArray();
        foreach (TItem item in items)
        {
            write(json, item);
        }

        json.EndArray();
    }, isOptional);

    /// <summary>An object whose keys are data.</summary>
    public JsonShape<T> Map<TItem>(string key, Func<T, IReadOnlyDictionary<string, TItem>> value, Action<CanonicalJsonWriter, TItem> write) => Value(key, value, (json, map) =>
    {
        json.BeginObject();
        foreach ((string name, TItem item) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.Key(name);
            write(json, item);
        }

        json.EndObject();
    });

    /// <summary>All keys of a part, beside this record's own.</summary>
    public JsonShape<T> All<TPart>(Func<T, TPart> part, JsonShape<TPart> shape)
    {
        foreach ((string key, Action<CanonicalJsonWriter, TPart> write) in shape._keys)
        {
            _keys.Add(key, (json, record) => write(json, part(record)));
        }

        return this;
    }

    private static void WriteValue<TValue>(CanonicalJsonWriter json, string key, TValue? value, Action<CanonicalJsonWriter, TValue> write, bool isOptional)
    {
        if (value is { } present)
        {
            json.Key(key);
            write(json, present);
        }
        else if (!isOptional)
        {
            json.Key(key);
            json.Null();
        }
    }
}

using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SensorSim.Datasets.Provenance;

/// <summary>
/// Writes canonical JSON (RFC 8785) as UTF-8. Keys must come in the order of their UTF-16 code units: the writer checks it,
/// so a record's code cannot drift from the canonical form.
/// </summary>
public sealed class CanonicalJsonWriter
{
    private readonly ArrayBufferWriter<byte> _bytes = new(4096);
    private readonly Stack<string?> _lastKeys = new();
    private bool _needsComma;

    public ReadOnlyMemory<byte> Written => _bytes.WrittenMemory;

    public void Clear()
    {
        _bytes.ResetWrittenCount();
        _lastKeys.Clear();
        _needsComma = false;
    }

    public void BeginObject()
    {
        Separate();
        Raw("{"u8);
        _lastKeys.Push(null);
        _needsComma = false;
    }

    public void EndObject()
    {
        _lastKeys.Pop();
        Raw("}"u8);
        _needsComma = true;
    }

    public void BeginArray()
    {
        Separate();
        Raw("["u8);
        _needsComma = false;
    }

    public void EndArray()
    {
        Raw("]"u8);
        _needsComma = true;
    }

    /// <exception cref="InvalidOperationException">The key does not follow the one before it.</exception>
    public void Key(string key)
    {
        if (_lastKeys.Pop() is { } last && string.CompareOrdinal(last, key) >= 0)
            throw new InvalidOperationException($"The key '{key}' may not follow '{last}': canonical JSON sorts keys, each once.");
        _lastKeys.Push(key);
        String(key);
        Raw(":"u8);
        _needsComma = false;
    }

    public void Null() => Literal("null"u8);

    public void Boolean(bool value) => Literal(value ? "true"u8 : "false"u8);

    /// <exception cref="ArgumentException">NaN or infinite.</exception>
    public void Number(double value)
    {
        Separate();
        _bytes.Advance(CanonicalNumber.Format(value, _bytes.GetSpan(CanonicalNumber.MaximumLength)));
        _needsComma = true;
    }

    /// <exception cref="ArgumentOutOfRangeException">Beyond ±(2^53 - 1), where doubles skip integers.</exception>
    public void Integer(long value)
    {
        if (value is > CanonicalNumber.MaximumSafeInteger or < -CanonicalNumber.MaximumSafeInteger)
            throw new ArgumentOutOfRangeException(nameof(value), value, "Canonical JSON holds integers up to 2^53 - 1; write it as a string.");
        Separate();
        value.TryFormat(_bytes.GetSpan(CanonicalNumber.MaximumLength), out int written, default, CultureInfo.InvariantCulture);
        _bytes.Advance(written);
        _needsComma = true;
    }

    public void Numbers(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        BeginArray();
        foreach (double value in values)
            Number(value);
        EndArray();
    }

    /// <exception cref="ArgumentException">The text holds half a surrogate pair, which has no UTF-8.</exception>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Separate();
        CanonicalString.Write(value, _bytes);
        _needsComma = true;
    }

    /// <summary>Any JSON value, whatever the order of its keys.</summary>
    public void Node(JsonNode? node) => CanonicalJsonNode.Write(this, node);

    private void Separate()
    {
        if (_needsComma)
            Raw(","u8);
    }

    private void Literal(ReadOnlySpan<byte> text)
    {
        Separate();
        Raw(text);
        _needsComma = true;
    }

    private void Raw(ReadOnlySpan<byte> text) => _bytes.Write(text);

    public override string ToString() => Encoding.UTF8.GetString(_bytes.WrittenSpan);
}

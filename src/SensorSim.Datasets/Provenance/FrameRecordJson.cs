namespace SensorSim.Datasets.Provenance;

/// <summary>
/// A frame record as its line of <c>frames.jsonl</c> (without the newline) and back, exactly. Seeds above 2^53 - 1 are
/// written as strings of digits, because a JSON number could not hold them.
/// </summary>
public static class FrameRecordJson
{
    /// <summary>The canonical UTF-8 line: also the record's Merkle leaf.</summary>
    public static byte[] Serialize(FrameRecord record)
    {
        var writer = new CanonicalJsonWriter();
        Write(record, writer);
        return writer.Written.ToArray();
    }

    /// <summary>The same into a writer that is kept between frames.</summary>
    public static void Write(FrameRecord record, CanonicalJsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(writer);
        FrameRecordWriter.Write(writer, record);
    }

    /// <exception cref="FormatException">Not JSON, or a key is missing or of the wrong type: the message names its JSON path.</exception>
    public static FrameRecord Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            return StrictJson.Read(line, Named);
        }
        catch (FormatException e)
        {
            throw new FormatException($"not a frame record: {e.Message}", e);
        }
    }

    private static FrameRecord Named(JsonFields fields)
    {
        try
        {
            return FrameRecordReader.Read(fields);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{fields.OptionalText("frame") ?? "without a name"}: {e.Message}", e);
        }
    }
}

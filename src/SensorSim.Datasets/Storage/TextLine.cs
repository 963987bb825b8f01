namespace SensorSim.Datasets.Storage;

/// <summary>One line of a file, without its newline.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Offset">Position of its first byte.</param>
/// <param name="Bytes">The line.</param>
/// <param name="IsTerminated">False for a last line without a newline: one that was being written.</param>
internal readonly record struct TextLine(long Number, long Offset, ReadOnlyMemory<byte> Bytes, bool IsTerminated)
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Of a record with the mask of every object that an image can have.</summary>
    private const int LongestLine = 1 << 28;

    /// <summary>The lines of a file, one in memory at a time.</summary>
    /// <param name="path">The file.</param>
    /// <param name="longest">Bytes that a line may have.</param>
    /// <exception cref="DatasetException">Missing, not a plain file, not readable, or a line that does not end.</exception>
    public static IEnumerable<TextLine> Read(string path, int longest = LongestLine)
    {
        using var stream = new FileStream(RegularFile.Open(path), FileAccess.Read, bufferSize: 0);
        byte[] buffer = new byte[BufferBytes];
        int start = 0, end = 0, searched = 0;
        long offset = 0, number = 0;
        while (true)
        {
            int newline = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                int length = searched + newline - start;
                yield return new(++number, offset, buffer.AsSpan(start, length).ToArray(), IsTerminated: true);
                offset += length + 1;
                start = searched = start + length + 1;
                continue;
            }

            if (end - start > longest)
                throw new DatasetException(path, number + 1, $"has more than {longest} bytes, which no line has.");
            buffer = MakeRoom(buffer, ref start, ref end);
            searched = end;
            int read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }

        if (end > start)
            yield return new(++number, offset, buffer.AsSpan(start, end - start).ToArray(), IsTerminated: false);
    }

    private static byte[] MakeRoom(byte[] buffer, ref int start, ref int end)
    {
        byte[] target = end - start > buffer.Length / 2 ? new byte[checked(buffer.Length * 2)] : buffer;
        buffer.AsSpan(start, end - start).CopyTo(target);
        (start, end) = (0, end - start);
        return target;
    }
}

using System.Text;

namespace SensorSim.Datasets.Labels;

/// <summary>
/// COCO's compressed "counts" string (rleToString of maskApi.c): five bits a character from ASCII 48, the sixth says that more follow; from the
/// fourth run on, the difference to two runs before.
/// </summary>
internal static class RunLengthString
{
    private const int FirstCharacter = 48;
    private const int BitsPerCharacter = 5;
    private const int ValueMask = 0x1F;
    private const int SignBit = 0x10;
    private const int MoreFollow = 0x20;

    public static string Encode(ReadOnlySpan<uint> runs)
    {
        var text = new StringBuilder();
        for (int i = 0; i < runs.Length; i++)
            Append(text, i > 2 ? (long)runs[i] - runs[i - 2] : runs[i]);
        return text.ToString();
    }

    /// <exception cref="FormatException">The string is not one of COCO's.</exception>
    public static IReadOnlyList<uint> Decode(string text)
    {
        var runs = new List<uint>();
        for (int at = 0; at < text.Length;)
        {
            long value = Read(text, ref at);
            if (runs.Count > 2)
                value += runs[^2];
            runs.Add(value is >= 0 and <= uint.MaxValue ? (uint)value : throw new FormatException($"The run-length string has a run of {value} before character {at}."));
        }

        return runs;
    }

    private static void Append(StringBuilder text, long value)
    {
        bool more;
        do
        {
            int bits = (int)(value & ValueMask);
            value >>= BitsPerCharacter;
            more = (bits & SignBit) != 0 ? value != -1 : value != 0;
            text.Append((char)((more ? bits | MoreFollow : bits) + FirstCharacter));
        }
        while (more);
    }

    private static long Read(string text, ref int at)
    {
        long value = 0;
        for (int shift = 0; ; shift += BitsPerCharacter)
        {
            int bits = at < text.Length ? text[at++] - FirstCharacter : -1;
            if (bits is < 0 or > (ValueMask | MoreFollow) || shift > 55)
                throw new FormatException($"The run-length string is not COCO's at character {at}.");
            value |= (long)(bits & ValueMask) << shift;
            if ((bits & MoreFollow) != 0)
                continue;
            return (bits & SignBit) != 0 ? value | (-1L << (shift + BitsPerCharacter)) : value;
        }
    }
}

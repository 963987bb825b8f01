using System.Buffers;
using System.Text;

namespace SensorSim.Datasets.Provenance;

/// <summary>Strings as RFC 8785 §3.2.2.2 writes them: only what JSON forces is escaped, everything else is plain UTF-8.</summary>
internal static class CanonicalString
{
    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> s_escaped = SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c), '"', '\\']);

    public static void Write(string value, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        ReadOnlySpan<char> rest = value;
        while (rest.IndexOfAny(s_escaped) is >= 0 and var at)
        {
            s_strictUtf8.GetBytes(rest[..at], output);
            Escape(rest[at], output);
            rest = rest[(at + 1)..];
        }

        s_strictUtf8.GetBytes(rest, output);
        output.Write("\""u8);
    }

    private static void Escape(char c, IBufferWriter<byte> output)
    {
        switch (c)
        {
            case '"':
                output.Write("\\\""u8);
                break;
            case '\\':
                output.Write("\\\\"u8);
                break;
            case '\b':
                output.Write("\\b"u8);
                break;
            case '\t':
                output.Write("\\t"u8);
                break;
            case '\n':
                output.Write("\\n"u8);
                break;
            case '\f':
                output.Write("\\f"u8);
                break;
            case '\r':
                output.Write("\\r"u8);
                break;
            default:
                output.Write("\\u00"u8);
                output.Write([(byte)(c < 16 ? '0' : '1'), (byte)"0123456789abcdef"[c & 15]]);
                break;
        }
    }
}

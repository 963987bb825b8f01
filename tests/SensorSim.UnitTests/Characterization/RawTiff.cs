using System.Buffers.Binary;

namespace SensorSim.UnitTests.Characterization;

/// <summary>Bytes of plain TIFF files, written from the specification (TIFF 6.0, section 2) and not by the library that reads them.</summary>
internal static class RawTiff
{
    private const int Header = 8;

    /// <summary>One image in one strip.</summary>
    /// <param name="samples">Row by row.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="isBigEndian">"MM" rather than "II".</param>
    /// <param name="tags">Tags with other values than a grey picture of 16 bits has.</param>
    public static byte[] Of(ushort[] samples, int width, bool isBigEndian = false, params (ushort Tag, uint Value)[] tags)
    {
        int height = samples.Length / width, bytes = 2 * samples.Length;
        var entries = new SortedDictionary<ushort, uint>
        {
            [256] = (uint)width, [257] = (uint)height, [258] = 16, [259] = 1, [262] = 1, [273] = Header, [277] = 1, [278] = (uint)height, [279] = (uint)bytes, [339] = 1,
        };
        foreach ((ushort tag, uint value) in tags)
        {
            entries[tag] = value;
        }

        byte[] file = new byte[Header + bytes + 2 + (12 * entries.Count) + 4];
        void Short(int at, ushort value)
        {
            if (isBigEndian) BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(at), value);
            else BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);
        }

        void Long(int at, uint value)
        {
            if (isBigEndian) BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(at), value);
            else BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);
        }

        (file[0], file[1]) = isBigEndian ? ((byte)'M', (byte)'M') : ((byte)'I', (byte)'I');
        Short(2, 42);
        Long(4, (uint)(Header + bytes));
        for (int i = 0; i < samples.Length; i++)
        {
            Short(Header + (2 * i), samples[i]);
        }

        int next = Header + bytes;
        Short(next, (ushort)entries.Count);
        next += 2;
        foreach ((ushort tag, uint value) in entries)
        {
            // Type 4 is a number of 32 bits, type 3 one of 16.
            bool isLong = tag is 256 or 257 or 273 or 278 or 279 or 322 or 323 or 324 or 325;
            Short(next, tag);
            Short(next + 2, (ushort)(isLong ? 4 : 3));
            Long(next + 4, 1);
            if (isLong) Long(next + 8, value);
            else Short(next + 8, (ushort)value);
            next += 12;
        }

        return file;
    }
}

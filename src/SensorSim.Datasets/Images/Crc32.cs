using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SensorSim.Datasets.Images;

/// <summary>
/// CRC-32 of PNG chunks (ISO 3309, reflected polynomial 0xEDB88320). Carry-less multiplication where the processor
/// has it (Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ", Intel 2009), else eight tables.
/// </summary>
public static class Crc32
{
    private const int FoldingMinimum = 64;
    private static readonly uint[][] s_tables = BuildTables();

    public static uint Of(ReadOnlySpan<byte> data) => ~Append(~0u, data);

    private static uint Append(uint state, ReadOnlySpan<byte> data)
    {
        if (!Pclmulqdq.IsSupported || data.Length < FoldingMinimum)
            return AppendWithTables(state, data);

        int folded = data.Length & ~15;
        state = Fold(state, data[..folded]);
        return AppendWithTables(state, data[folded..]);
    }

    private static uint AppendWithTables(uint state, ReadOnlySpan<byte> data)
    {
        uint[][] t = s_tables;
        while (data.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ state;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            state = t[7][low & 0xFF] ^ t[6][(low >> 8) & 0xFF] ^ t[5][(low >> 16) & 0xFF] ^ t[4][low >> 24]
                ^ t[3][high & 0xFF] ^ t[2][(high >> 8) & 0xFF] ^ t[1][(high >> 16) & 0xFF] ^ t[0][high >> 24];
            data = data[8..];
        }

        foreach (byte value in data)
            state = (state >> 8) ^ t[0][(byte)state ^ value];
        return state;
    }

    /// <summary>Folds whole 16-byte blocks, four at a time, then reduces 128 bits to 32 (Barrett).</summary>
    private static uint Fold(uint state, ReadOnlySpan<byte> data)
    {
        var by64 = Vector128.Create(0x1_5444_2bd4ul, 0x1_c6e4_1596ul);
        var by16 = Vector128.Create(0x1_7519_97d0ul, 0x0_ccaa_009eul);
        ReadOnlySpan<Vector128<ulong>> blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(data);
        Vector128<ulong> a = blocks[0] ^ Vector128.CreateScalar((ulong)state), b = blocks[1], c = blocks[2], d = blocks[3];
        int next = 4;
        for (; next + 4 <= blocks.Length; next += 4)
        {
            a = FoldInto(a, by64, blocks[next]);
            b = FoldInto(b, by64, blocks[next + 1]);
            c = FoldInto(c, by64, blocks[next + 2]);
            d = FoldInto(d, by64, blocks[next + 3]);
        }

        a = FoldInto(FoldInto(FoldInto(a, by16, b), by16, c), by16, d);
        for (; next < blocks.Length; next++)
            a = FoldInto(a, by16, blocks[next]);
        return Reduce(a, by16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> FoldInto(Vector128<ulong> value, Vector128<ulong> constants, Vector128<ulong> block) =>
        Pclmulqdq.CarrylessMultiply(value, constants, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, constants, 0x11) ^ block;

    private static uint Reduce(Vector128<ulong> a, Vector128<ulong> by16)
    {
        var low32 = Vector128.Create(0xFFFF_FFFFul, 0xFFFF_FFFFul);
        var fold64 = Vector128.CreateScalar(0x1_63cd_6124ul);
        var barrett = Vector128.Create(0x1_db71_0641ul, 0x1_f701_1641ul);
        Vector128<ulong> x = Pclmulqdq.CarrylessMultiply(a, by16, 0x10) ^ Sse2.ShiftRightLogical128BitLane(a, 8);
        x = Pclmulqdq.CarrylessMultiply(x & low32, fold64, 0x00) ^ Sse2.ShiftRightLogical128BitLane(x, 4);
        Vector128<ulong> quotient = Pclmulqdq.CarrylessMultiply(x & low32, barrett, 0x10);
        x ^= Pclmulqdq.CarrylessMultiply(quotient & low32, barrett, 0x00);
        return x.AsUInt32()[1];
    }

    private static uint[][] BuildTables()
    {
        var tables = new uint[8][];
        for (int k = 0; k < 8; k++)
        {
            tables[k] = new uint[256];
            for (uint n = 0; n < 256; n++)
                tables[k][n] = k == 0 ? EightSteps(n) : (tables[k - 1][n] >> 8) ^ tables[0][(byte)tables[k - 1][n]];
        }

        return tables;
    }

    private static uint EightSteps(uint value)
    {
        for (int bit = 0; bit < 8; bit++)
            value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB8_8320 : value >> 1;
        return value;
    }
}

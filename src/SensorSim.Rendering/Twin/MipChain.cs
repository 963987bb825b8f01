namespace SensorSim.Rendering.Twin;

/// <summary>Mip levels of an 8-bit image whose side is a power of two: each texel is the mean of four, in linear light.</summary>
internal static class MipChain
{
    private const int LinearSteps = 1 << 14;

    private static readonly ushort[] LinearOfSrgb = [.. Enumerable.Range(0, 256).Select(value => (ushort)Math.Round(LinearSteps * Decode(value / 255.0)))];
    private static readonly byte[] SrgbOfLinear = [.. Enumerable.Range(0, LinearSteps + 1).Select(value => (byte)Math.Round(255 * Encode((double)value / LinearSteps)))];

    /// <summary>All levels, the given one first and one of a single texel last.</summary>
    /// <param name="rgba">Row-major, four bytes a texel.</param>
    /// <param name="side">Texels along each side, a power of two.</param>
    /// <param name="isSrgb">Whether the first three channels are sRGB-encoded.</param>
    public static List<byte[]> Of(byte[] rgba, int side, bool isSrgb)
    {
        List<byte[]> levels = [rgba];
        for (int half = side / 2; half >= 1; half /= 2)
        {
            levels.Add(Halve(levels[^1], half, isSrgb));
        }

        return levels;
    }

    private static byte[] Halve(byte[] finer, int side, bool isSrgb)
    {
        byte[] level = new byte[side * side * 4];
        Parallel.For(0, side, row =>
        {
            ReadOnlySpan<byte> upper = finer.AsSpan(2 * row * side * 8, side * 8), lower = finer.AsSpan(((2 * row) + 1) * side * 8, side * 8);
            Span<byte> target = level.AsSpan(row * side * 4, side * 4);
            for (int i = 0; i < target.Length; i++)
            {
                int at = (2 * i) - (i & 3);
                target[i] = isSrgb && (i & 3) != 3
                    ? SrgbOfLinear[(LinearOfSrgb[upper[at]] + LinearOfSrgb[upper[at + 4]] + LinearOfSrgb[lower[at]] + LinearOfSrgb[lower[at + 4]] + 2) >> 2]
                    : (byte)((upper[at] + upper[at + 4] + lower[at] + lower[at + 4] + 2) >> 2);
            }
        });
        return level;
    }

    // IEC 61966-2-1
    private static double Decode(double x) => x <= 0.04045 ? x / 12.92 : Math.Pow((x + 0.055) / 1.055, 2.4);

    private static double Encode(double x) => x <= 0.0031308 ? 12.92 * x : (1.055 * Math.Pow(x, 1 / 2.4)) - 0.055;
}

namespace SensorSim.Plugins.IspJpeg;

/// <summary>Quantization tables of ITU-T T.81 annex K, row by row, and the cosines of the transform.</summary>
internal static class JpegTables
{
    public const int Side = 8;

    private static readonly int[] Luma =
    [
        16, 11, 10, 16, 24, 40, 51, 61,
        12, 12, 14, 19, 26, 58, 60, 55,
        14, 13, 16, 24, 40, 57, 69, 56,
        14, 17, 22, 29, 51, 87, 80, 62,
        18, 22, 37, 56, 68, 109, 103, 77,
        24, 35, 55, 64, 81, 104, 113, 92,
        49, 64, 78, 87, 103, 121, 120, 101,
        72, 92, 95, 98, 112, 100, 103, 99,
    ];

    private static readonly int[] Chroma =
    [
        17, 18, 24, 47, 99, 99, 99, 99,
        18, 21, 26, 66, 99, 99, 99, 99,
        24, 26, 56, 99, 99, 99, 99, 99,
        47, 66, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99,
    ];

    /// <summary>64 steps of luma, 64 of chroma, then the cosines: of frequency k at sample n, 8 k + n.</summary>
    public static double[] Of(int quality) => [.. Scaled(Luma, quality), .. Scaled(Chroma, quality), .. Cosines()];

    // The scale of the Independent JPEG Group's library, in whole numbers as there.
    private static IEnumerable<double> Scaled(int[] table, int quality)
    {
        int percent = quality < 50 ? 5000 / quality : 200 - (2 * quality);
        return table.Select(step => (double)Math.Clamp(((step * percent) + 50) / 100, 1, 255));
    }

    private static IEnumerable<double> Cosines() =>
        from k in Enumerable.Range(0, Side)
        from n in Enumerable.Range(0, Side)
        select (k == 0 ? Math.Sqrt(0.125) : 0.5) * Math.Cos(((2 * n) + 1) * k * Math.PI / 16);
}

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Two outputs that ought to be the same to the last bit.</summary>
internal static class Sameness
{
    /// <summary>Counts the samples that differ.</summary>
    public static Finding Of(IReadOnlyList<float[]> expected, IReadOnlyList<float[]> measured, string note = "") =>
        Finding.AtMost(expected.Zip(measured, Differences).Sum(), 0, "samples that differ", note);

    private static int Differences(float[] a, float[] b) =>
        Math.Abs(a.Length - b.Length) + a.Zip(b, (x, y) => BitConverter.SingleToUInt32Bits(x) != BitConverter.SingleToUInt32Bits(y)).Count(differs => differs);
}

namespace SensorSim.Randomness;

/// <summary>Standard normal numbers by inversion, the twin of <c>random_normal</c> in <c>shaders/common/random.glsl</c>.</summary>
public static class NormalSampler
{
    /// <summary>
    /// One number from one integer: the top bit is the sign, the others are the probability beyond the number, at least 2⁻³³ (6.3
    /// standard deviations). The quantile is a rational function of sqrt(−log₂ probability), fitted to an error of 2e-7 in probability.
    /// </summary>
    public static double Draw(uint bits)
    {
        double r = Math.Sqrt(-Math.Log2(((bits & 0x7FFFFFFF) + 0.5) / 4294967296));
        double z = (-2.97839393 + (r * (-3.84915811 + (r * (4.4781183 + (r * 2.34943687)))))) / (1 + (r * (4.00826353 + (r * 1.98791568))));
        return bits >= 0x80000000 ? -z : z;
    }
}

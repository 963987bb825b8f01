namespace SensorSim.Randomness;

/// <summary>
/// Standard normal numbers by Box and Muller's transform of 24-bit uniforms, the twin of <c>random_normal</c> in
/// <c>shaders/common/random.glsl</c>. The tails end at sqrt(2 ln 2^24) = 5.77 standard deviations.
/// </summary>
public static class NormalSampler
{
    /// <summary>Two independent standard normal numbers from two random integers.</summary>
    public static (double First, double Second) Pair(uint radiusBits, uint angleBits)
    {
        double radius = Math.Sqrt(-2 * Math.Log(RandomStream.Uniform(radiusBits)));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * RandomStream.Uniform(angleBits));
        return (radius * cos, radius * sin);
    }
}

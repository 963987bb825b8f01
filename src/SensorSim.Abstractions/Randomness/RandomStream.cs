namespace SensorSim.Randomness;

/// <summary>
/// The random numbers of one stage at one pixel: counter = (pixel, step, stream, block). A stage names the block it wants;
/// asking twice gives the same numbers.
/// </summary>
public readonly record struct RandomStream(RandomKey Key, uint Pixel, uint Step, uint Stream)
{
    /// <summary>Step of numbers that belong to a sensor and not to a frame.</summary>
    public const uint FixedPatternStep = 0xFFFFFFFF;

    /// <summary>Four integers, bit-identical to GLSL's <c>random_draw(stream, block)</c>.</summary>
    public UInt4 Draw(uint block) => Philox4x32.Draw(new(Pixel, Step, Stream, block), Key.Low, Key.High);

    /// <summary>Uniform in (0, 1], 24 bits: its logarithm is finite.</summary>
    public static double Uniform(uint bits) => ((bits >> 8) + 1) * (1.0 / (1 << 24));
}

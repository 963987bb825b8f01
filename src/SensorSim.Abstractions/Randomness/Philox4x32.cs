namespace SensorSim.Randomness;

/// <summary>
/// Philox4x32-10, a counter-based generator: the same integers in C# and in <c>shaders/common/random.glsl</c>.
/// Source: Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
/// </summary>
public static class Philox4x32
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;

    /// <summary>Ten rounds on a 128-bit counter under a 64-bit key.</summary>
    public static UInt4 Draw(UInt4 counter, uint key0, uint key1)
    {
        for (int round = 0; round < 10; round++)
        {
            ulong product0 = (ulong)Multiplier0 * counter.X;
            ulong product1 = (ulong)Multiplier1 * counter.Z;
            counter = new(
                (uint)(product1 >> 32) ^ counter.Y ^ key0,
                (uint)product1,
                (uint)(product0 >> 32) ^ counter.W ^ key1,
                (uint)product0);
            key0 += Weyl0;
            key1 += Weyl1;
        }

        return counter;
    }
}

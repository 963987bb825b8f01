using SensorSim.Randomness;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Random shares by address.</summary>
internal static class DrawShares
{
    /// <summary>Strictly between 0 and 1: the middles of 2⁵² equal steps.</summary>
    public static double At(ulong seed, long sample, string name)
    {
        RandomKey key = RandomKey.ForDraw(seed, sample, name);
        UInt4 bits = Philox4x32.Draw(default, key.Low, key.High);
        ulong high = ((ulong)bits.X << 20) | (bits.Y >> 12);
        return (high + 0.5) / (1UL << 52);
    }
}

using SensorSim.Randomness;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// A permutation of 0 … n-1 of which any place can be had alone: the swap-or-not shuffle (Hoang, Morris and Rogaway, An enciphering scheme based on a card
/// shuffle, 2012), in which each round pairs all places and swaps each pair by the toss of a coin.
/// </summary>
internal readonly struct RandomPermutation(long count, RandomKey key)
{
    private const uint Rounds = 64;

    public long At(long place)
    {
        ulong size = (ulong)count, here = (ulong)place;
        for (uint round = 0; round < Rounds; round++)
        {
            UInt4 bits = Philox4x32.Draw(new(round, 0, 0, 1), key.Low, key.High);
            ulong partner = (((((ulong)bits.X << 32) | bits.Y) % size) + size - here) % size;
            ulong pair = Math.Max(here, partner);
            bool isSwapped = (Philox4x32.Draw(new((uint)pair, (uint)(pair >> 32), round, 2), key.Low, key.High).X & 1) != 0;
            here = isSwapped ? partner : here;
        }

        return (long)here;
    }
}

using SensorSim.Randomness;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Integers for a search that goes one way: Philox, counted up.</summary>
internal sealed class Dice(ulong seed)
{
    private UInt4 _block;
    private uint _drawn;

    /// <summary>From 0 up to but not including <paramref name="count"/>.</summary>
    public int Next(int count)
    {
        if (_drawn % 4 == 0)
        {
            _block = Philox4x32.Draw(new(_drawn / 4, 0, 0, 0), (uint)seed, (uint)(seed >> 32));
        }

        uint bits = (_drawn++ % 4) switch { 0 => _block.X, 1 => _block.Y, 2 => _block.Z, _ => _block.W };
        return (int)(((ulong)bits * (uint)count) >> 32);
    }

    public void Shuffle(Span<int> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = Next(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }
}

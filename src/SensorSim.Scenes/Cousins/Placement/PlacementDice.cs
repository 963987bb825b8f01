using SensorSim.Geometry;
using SensorSim.Randomness;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Random numbers of one placement, one after the other; another address gives others.</summary>
/// <param name="key">The address.</param>
internal sealed class PlacementDice(RandomKey key)
{
    private readonly RandomStream _stream = new(key, 0, 0, 0);
    private uint _count;

    /// <summary>At least 0, below 1; 32 bits.</summary>
    public double Share()
    {
        UInt4 four = _stream.Draw(_count / 4);
        uint bits = (_count++ % 4) switch { 0 => four.X, 1 => four.Y, 2 => four.Z, _ => four.W };
        return bits / 4294967296.0;
    }

    public double Between(double low, double high) => low + (Share() * (high - low));

    public int Index(int count) => (int)(Share() * count);

    /// <summary>Any turn, each as likely. Source: Shoemake, "Uniform random rotations", Graphics Gems III, 1992.</summary>
    public Quaterniond Turn()
    {
        double u = Share();
        (double sinA, double cosA) = Math.SinCos(Math.Tau * Share());
        (double sinB, double cosB) = Math.SinCos(Math.Tau * Share());
        double a = Math.Sqrt(1 - u), b = Math.Sqrt(u);
        return new(a * sinA, a * cosA, b * sinB, b * cosB);
    }

    /// <summary>A turn about the vertical.</summary>
    /// <param name="steps">That there are; null for any.</param>
    public Quaterniond Yaw(int? steps) => Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.Tau * (steps is { } count ? Index(count) / (double)count : Share()));

    /// <summary>The things in a drawn order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> things)
    {
        T[] order = [.. things];
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = Index(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}

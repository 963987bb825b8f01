using SensorSim.Randomness;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleColor;

/// <summary>Transport along one axis after the other, so that colours end as the target's along each.</summary>
internal sealed class TransportMap : IColorMap
{
    private static readonly double[][] s_channels = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

    private readonly AxisTransport[] _steps;

    private TransportMap(IReadOnlyList<StyleTarget> targets, IEnumerable<double[]> axes)
    {
        float[] pixels = TargetPixels.Of(targets);
        _steps = [.. axes.Select(axis => new AxisTransport(axis, pixels))];
    }

    /// <summary>Red, green and blue, each by itself.</summary>
    public static TransportMap Histogram(IReadOnlyList<StyleTarget> targets) => new(targets, s_channels);

    /// <summary>
    /// Three square axes at a time, which are turned at random in each round; the last round is along red, green and blue, so that these end as the target's.
    /// Which way the axes are turned is the same for every frame of a run.
    /// </summary>
    public static TransportMap Sliced(IReadOnlyList<StyleTarget> targets, int rounds, ulong seed) =>
        new(targets, Enumerable.Range(0, rounds - 1).SelectMany(round => Turned(seed, (uint)round)).Concat(s_channels));

    public StyleImage Apply(StyleImage picture)
    {
        StyleImage result = picture.Copy();
        foreach (AxisTransport step in _steps)
        {
            step.Move(result.Samples);
        }

        return result;
    }

    // The rows of a rotation that is uniform among all: K. Shoemake, Uniform Random Rotations, Graphics Gems III, 1992.
    private static double[][] Turned(ulong seed, uint round)
    {
        UInt4 bits = new RandomStream(RandomKey.ForDraw(seed, 0, "style.color/axes"), round, 0, 0).Draw(0);
        double u = RandomStream.Uniform(bits.X), a = 2 * Math.PI * RandomStream.Uniform(bits.Y), b = 2 * Math.PI * RandomStream.Uniform(bits.Z);
        double x = Math.Sqrt(1 - u) * Math.Sin(a), y = Math.Sqrt(1 - u) * Math.Cos(a), z = Math.Sqrt(u) * Math.Sin(b), w = Math.Sqrt(u) * Math.Cos(b);
        return
        [
            [1 - (2 * ((y * y) + (z * z))), 2 * ((x * y) - (z * w)), 2 * ((x * z) + (y * w))],
            [2 * ((x * y) + (z * w)), 1 - (2 * ((x * x) + (z * z))), 2 * ((y * z) - (x * w))],
            [2 * ((x * z) - (y * w)), 2 * ((y * z) + (x * w)), 1 - (2 * ((x * x) + (y * y)))],
        ];
    }
}

using SensorSim.Style;

namespace SensorSim.Plugins.StyleColor;

/// <summary>Each of red, green and blue gets the target's distribution.</summary>
internal sealed class HistogramMap : IColorMap
{
    private static readonly double[][] s_axes = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

    private readonly ValueDistribution[] _target;

    public HistogramMap(IReadOnlyList<StyleTarget> targets)
    {
        float[] pixels = TargetPixels.Of(targets);
        _target = [.. s_axes.Select(axis => AxisTransport.DistributionOf(pixels, axis))];
    }

    public StyleImage Apply(StyleImage picture)
    {
        StyleImage result = picture.Copy();
        for (int channel = 0; channel < 3; channel++)
        {
            AxisTransport.Move(result.Samples, s_axes[channel], _target[channel]);
        }

        return result;
    }
}

namespace SensorSim.Plugins.StyleColor;

/// <summary>Optimal transport along one direction of colour space: the n-th smallest of the picture goes to where the n-th smallest of the target is.</summary>
internal static class AxisTransport
{
    /// <summary>Half the diagonal of the colour cube around its middle holds every projection of a colour; results of earlier rounds may lie a little outside.</summary>
    private const double Reach = 1.2;

    /// <param name="colours">Three samples a pixel, 0 to 1 or a little outside.</param>
    /// <param name="axis">Of length 1.</param>
    public static ValueDistribution DistributionOf(ReadOnlySpan<float> colours, ReadOnlySpan<double> axis)
    {
        double middle = Middle(axis);
        var values = new ValueDistribution(middle - Reach, middle + Reach);
        for (int i = 0; i < colours.Length; i += 3)
        {
            values.Add(Along(colours.Slice(i, 3), axis));
        }

        values.Complete();
        return values;
    }

    /// <summary>Moves colours along the axis until they lie along it as the target's do.</summary>
    public static void Move(Span<float> colours, ReadOnlySpan<double> axis, ValueDistribution target)
    {
        ValueDistribution own = DistributionOf(colours, axis);
        for (int i = 0; i < colours.Length; i += 3)
        {
            Span<float> colour = colours.Slice(i, 3);
            double value = Along(colour, axis), step = target.AtRank(own.RankOf(value)) - value;
            for (int channel = 0; channel < 3; channel++)
            {
                colour[channel] += (float)(step * axis[channel]);
            }
        }
    }

    private static double Along(ReadOnlySpan<float> colour, ReadOnlySpan<double> axis) => (colour[0] * axis[0]) + (colour[1] * axis[1]) + (colour[2] * axis[2]);

    private static double Middle(ReadOnlySpan<double> axis) => 0.5 * (axis[0] + axis[1] + axis[2]);
}

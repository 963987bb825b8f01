namespace SensorSim.Plugins.StyleColor;

/// <summary>Optimal transport along one direction of colour space: the n-th smallest of the picture goes to where the n-th smallest of the target is.</summary>
internal sealed class AxisTransport
{
    /// <summary>Half the diagonal of the colour cube around its middle holds every projection of a colour; results of earlier rounds may lie a little outside.</summary>
    private const double Reach = 1.2;

    private readonly float _red;
    private readonly float _green;
    private readonly float _blue;
    private readonly ValueDistribution _target;

    /// <param name="axis">Of length 1.</param>
    /// <param name="target">Colours to go by, three samples each.</param>
    public AxisTransport(IReadOnlyList<double> axis, ReadOnlySpan<float> target)
    {
        (_red, _green, _blue) = ((float)axis[0], (float)axis[1], (float)axis[2]);
        _target = DistributionOf(Along(target));
    }

    /// <summary>Moves colours along the axis until they lie along it as the target's do.</summary>
    /// <param name="colours">Three samples each, 0 to 1 or a little outside.</param>
    public void Move(Span<float> colours)
    {
        float[] values = Along(colours);
        ValueDistribution own = DistributionOf(values);
        float[] places = own.PlacesIn(_target);
        for (int i = 0; i < values.Length; i++)
        {
            float step = places[own.BinOf(values[i])] - values[i];
            colours[3 * i] += step * _red;
            colours[(3 * i) + 1] += step * _green;
            colours[(3 * i) + 2] += step * _blue;
        }
    }

    private float[] Along(ReadOnlySpan<float> colours)
    {
        float[] values = new float[colours.Length / 3];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (colours[3 * i] * _red) + (colours[(3 * i) + 1] * _green) + (colours[(3 * i) + 2] * _blue);
        }

        return values;
    }

    private ValueDistribution DistributionOf(float[] values)
    {
        double middle = 0.5 * (_red + _green + _blue);
        return new(values, middle - Reach, middle + Reach);
    }
}

namespace SensorSim.Plugins.LensKannalaBrandt;

/// <summary>
/// From the axis to where a lens ends: its largest angle, or the first one at which radii grow no more. The slope is a polynomial of the fourth degree
/// in θ²; of its Bernstein coefficients over an interval the smallest bounds it from below, so no dip between samples is missed.
/// </summary>
internal static class AngleRange
{
    private const int Halvings = 50;

    /// <summary>The end of the range, radians.</summary>
    public static double End(KannalaBrandtParameters p)
    {
        double max = p.MaxAngleDeg * Math.PI / 180, u = max * max;
        double a1 = 3 * p.K1 * u, a2 = 5 * p.K2 * u * u, a3 = 7 * p.K3 * u * u * u, a4 = 9 * p.K4 * u * u * u * u;
        var slope = new Quartic(1, 1 + (a1 / 4), 1 + (a1 / 2) + (a2 / 6), 1 + (3 * a1 / 4) + (a2 / 2) + (a3 / 4), 1 + a1 + a2 + a3 + a4);
        return FirstZero(slope, 0, 1, Halvings) is { } share ? Math.Sqrt(share * u) : max;
    }

    private static double? FirstZero(in Quartic slope, double low, double high, int halvings)
    {
        if (slope.First <= 0)
        {
            return low;
        }

        if (slope.Smallest > 0)
        {
            return null;
        }

        if (halvings == 0)
        {
            return low;
        }

        double middle = (low + high) / 2;
        (Quartic before, Quartic behind) = slope.Halves();
        return FirstZero(before, low, middle, halvings - 1) ?? FirstZero(behind, middle, high, halvings - 1);
    }
}

namespace SensorSim.Plugins.LensKannalaBrandt;

/// <summary>A polynomial of the fourth degree over an interval, by its Bernstein coefficients.</summary>
internal readonly record struct Quartic(double First, double B1, double B2, double B3, double Last)
{
    /// <summary>No value on the interval is smaller.</summary>
    public double Smallest => Math.Min(Math.Min(Math.Min(First, B1), Math.Min(B2, B3)), Last);

    /// <summary>The same polynomial over either half of the interval (de Casteljau).</summary>
    public (Quartic Before, Quartic Behind) Halves()
    {
        double a0 = (First + B1) / 2, a1 = (B1 + B2) / 2, a2 = (B2 + B3) / 2, a3 = (B3 + Last) / 2;
        double b0 = (a0 + a1) / 2, b1 = (a1 + a2) / 2, b2 = (a2 + a3) / 2;
        double c0 = (b0 + b1) / 2, c1 = (b1 + b2) / 2, middle = (c0 + c1) / 2;
        return (new(First, a0, b0, c0, middle), new(middle, c1, b2, a3, Last));
    }
}

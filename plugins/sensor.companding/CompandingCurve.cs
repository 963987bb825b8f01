namespace SensorSim.Plugins.SensorCompanding;

/// <summary>Three straight pieces from (0, 0) on: the knees as they come in, as they go out, and the slopes.</summary>
internal readonly record struct CompandingCurve(IReadOnlyList<double> Numbers)
{
    /// <summary>The curve, or its inverse. Slopes are positive, so there is one.</summary>
    public static CompandingCurve Of(CompandingParameters p)
    {
        double x1 = p.Knee1Dn, x2 = Math.Max(p.Knee1Dn, p.Knee2Dn), y1 = p.Slope1 * x1, y2 = y1 + (p.Slope2 * (x2 - x1));
        return p.Expand
            ? new([y1, y2, x1, x2, 1 / p.Slope1, 1 / p.Slope2, 1 / p.Slope3])
            : new([x1, x2, y1, y2, p.Slope1, p.Slope2, p.Slope3]);
    }

    public double At(double x) =>
        x <= Numbers[0] ? x * Numbers[4]
        : x <= Numbers[1] ? Numbers[2] + ((x - Numbers[0]) * Numbers[5])
        : Numbers[3] + ((x - Numbers[1]) * Numbers[6]);

    public double SlopeAt(double x) => x <= Numbers[0] ? Numbers[4] : x <= Numbers[1] ? Numbers[5] : Numbers[6];
}

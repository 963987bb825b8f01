namespace SensorSim.Hosting.Conformance.Physics;

/// <summary>Coulomb's friction on a slope, of a pair whose coefficients differ.</summary>
internal sealed class FrictionCheck : IConformanceCheck<PhysicsBench>
{
    private const double Friction = 0.5;
    private const double Seconds = 1;
    private const double Gravity = 9.80665;

    public string Id => "physics.friction";

    public string Promise => "a box holds on a slope a little below the angle of friction and slides above it, by the geometric mean of both coefficients";

    public Finding Examine(PhysicsBench subject)
    {
        if (subject.WhyNot(PhysicsBench.Slope(0, Friction)) is { } refusal)
        {
            return Finding.Skip($"it takes no boxes: {refusal}");
        }

        double angle = Math.Atan(Friction), steep = angle + (5 * Math.PI / 180);
        double held = subject.Slide(angle - (2 * Math.PI / 180), Friction, Seconds).Metres;
        double slid = subject.Slide(steep, Friction, Seconds).Metres, expected = 0.5 * Gravity * (Math.Sin(steep) - (Friction * Math.Cos(steep))) * Seconds * Seconds;
        return held > 0.002
            ? Finding.AtMost(held, 0.002, "m in a second below the angle")
            : Finding.AtMost(Math.Abs(slid - expected) / expected, 0.02, "of the way down above the angle");
    }
}

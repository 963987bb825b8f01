namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>A lens that says it does nothing does nothing.</summary>
internal sealed class PinholeCheck : IConformanceCheck<LensBench>
{
    public string Id => "lens.pinhole";

    public string Promise => "where it says that it is a pinhole, it is one";

    public Finding Examine(LensBench subject)
    {
        (Settings Settings, object Parameters)[] pinholes = [.. subject.Usual.Where(pair => subject.Lens.IsPinholeWith(pair.Parameters))];
        return pinholes.Length == 0
            ? Finding.Skip("it never says so")
            : Finding.AtMost(pinholes.Max(pair => Distance(subject, pair.Parameters)), 1e-9, "focal lengths");
    }

    private static double Distance(LensBench subject, object parameters) => LensBench.Spokes.SelectMany(spoke => spoke).Max(direction =>
        subject.Lens.ProjectThrough(parameters, direction) is { } place
            ? Math.Max(Math.Abs(place.X - (direction.X / direction.Z)), Math.Abs(place.Y - (direction.Y / direction.Z)))
            : double.PositiveInfinity);
}

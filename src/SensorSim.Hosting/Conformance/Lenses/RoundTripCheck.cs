using SensorSim.Cameras;

namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>The two directions of a lens are one mapping.</summary>
internal sealed class RoundTripCheck : IConformanceCheck<LensBench>
{
    public string Id => "lens.round-trip";

    public string Promise => "what is seen at a place is shown at that place";

    public Finding Examine(LensBench subject)
    {
        (Settings worst, double distance) = subject.Usual
            .Select(pair => (pair.Settings, LensBench.Places.Max(place => Distance(subject.Lens, pair.Parameters, place))))
            .MaxBy(pair => pair.Item2);
        return Finding.AtMost(distance, 1e-6, "focal lengths", $"furthest with {worst.Short()}");
    }

    private static double Distance(Lens lens, object parameters, ImagePoint place)
    {
        if (lens.UnprojectThrough(parameters, place) is not { } direction)
        {
            return 0;
        }

        return lens.ProjectThrough(parameters, direction) is { } again
            ? Math.Max(Math.Abs(Within(lens.HorizontalPeriod, again.X - place.X)), Math.Abs(again.Y - place.Y))
            : double.PositiveInfinity;
    }

    // A panorama begins anew: both places are the same.
    private static double Within(double? period, double difference) => period is { } width ? Math.IEEERemainder(difference, width) : difference;
}

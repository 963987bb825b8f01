using SensorSim.Cameras;
using SensorSim.Geometry;

namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>Further from the axis is further out in the image, until nothing is seen any more.</summary>
internal sealed class MonotonicCheck : IConformanceCheck<LensBench>
{
    public string Id => "lens.monotonic";

    public string Promise => "a direction further from the axis is seen further out, up to the edge";

    public Finding Examine(LensBench subject)
    {
        (Settings worst, int folds) = subject.Usual
            .Select(pair => (pair.Settings, LensBench.Spokes.Sum(spoke => Folds(subject.Lens, pair.Parameters, spoke))))
            .MaxBy(pair => pair.Item2);
        return Finding.AtMost(folds, 0, "steps back", folds > 0 ? $"most with {worst.Short()}" : "");
    }

    private static int Folds(Lens lens, object parameters, IReadOnlyList<Vector3d> spoke)
    {
        double[] radii = [.. spoke.Select(direction => lens.ProjectThrough(parameters, direction)).TakeWhile(place => place is not null).Select(place => Math.Sqrt((place!.Value.X * place.Value.X) + (place.Value.Y * place.Value.Y)))];
        return radii.Zip(radii.Skip(1)).Count(pair => pair.Second <= pair.First);
    }
}

using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>
/// The distance between two convex hulls. Source: Gilbert, Johnson and Keerthi, "A fast procedure for computing the distance between complex objects in
/// three-dimensional space", 1988; the nearest point of a simplex as in Ericson, "Real-Time Collision Detection", 2005, 5.1.
/// </summary>
internal static class Gjk
{
    private const int MaximumIterations = 48;
    private const double RelativeTolerance = 1e-8;
    private const double Touching = 1e-9;

    /// <summary>How far the hulls are apart; <see cref="Separation.Far"/> as soon as that is known to be more than <paramref name="limit"/>.</summary>
    public static Separation Between(PosedHull first, PosedHull second, double limit)
    {
        var simplex = new GjkSimplex();
        Vector3d nearest = FirstDirection(first, second);
        for (int i = 0; i < MaximumIterations; i++)
        {
            int a = first.Support(-nearest), b = second.Support(nearest);
            Vector3d pointA = first[a], pointB = second[b], w = pointA - pointB;
            double squared = Vector3d.Dot(nearest, nearest), bound = Vector3d.Dot(nearest, w);
            if (bound > 0 && bound * bound > limit * limit * squared)
            {
                return Separation.Far;
            }

            if (simplex.Count > 0 && (squared - bound <= RelativeTolerance * squared || simplex.Holds(w)))
            {
                break;
            }

            simplex.Add(w, pointA, pointB);
            if (!simplex.Reduce(out nearest) || Vector3d.Dot(nearest, nearest) < Touching * Touching)
            {
                return Separation.Overlap;
            }
        }

        double distance = nearest.Length;
        (Vector3d onFirst, Vector3d onSecond) = simplex.Witnesses();
        return distance > limit ? Separation.Far : new(distance, (1 / distance) * nearest, onFirst, onSecond);
    }

    // A triangle's own normal: what it separates is known after one step.
    private static Vector3d FirstDirection(PosedHull first, PosedHull second)
    {
        Vector3d apart = first.Box.Centre - second.Box.Centre;
        return !second.IsSheet ? apart : Vector3d.Dot(apart, second.NormalOf(0)) < 0 ? -second.NormalOf(0) : second.NormalOf(0);
    }
}

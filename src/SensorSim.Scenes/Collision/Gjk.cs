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

    /// <summary>How far the hulls are apart; far apart as soon as that is known to be more than <paramref name="limit"/>.</summary>
    public static Separation Between(PosedHull first, PosedHull second, double limit)
    {
        var seed = default(GjkSeed);
        return Between(first, second, limit, ref seed);
    }

    /// <summary>The same, begun where the last search of the same two ended: after a small motion it ends soon.</summary>
    /// <param name="first">The one hull.</param>
    /// <param name="second">The other hull.</param>
    /// <param name="limit">Metres from which the distance does not matter.</param>
    /// <param name="seed">Where the last search ended; its default for the first. Set to where this one ends.</param>
    public static Separation Between(PosedHull first, PosedHull second, double limit, ref GjkSeed seed)
    {
        var simplex = new GjkSimplex();
        Vector3d nearest = seed.Direction ?? FirstDirection(first, second);
        if (seed.Begin(first, second, ref simplex) && IsTouching(ref simplex, ref nearest))
        {
            return Separation.Overlap;
        }

        for (int i = 0; i < MaximumIterations; i++)
        {
            int a = first.Support(-nearest), b = second.Support(nearest);
            Vector3d w = first[a] - second[b];
            double squared = Vector3d.Dot(nearest, nearest), bound = Vector3d.Dot(nearest, w);
            if (bound > 0 && bound * bound > limit * limit * squared)
            {
                seed = GjkSeed.Of(nearest);
                return Separation.Beyond(bound / Math.Sqrt(squared));
            }

            if (simplex.Count > 0 && (squared - bound <= RelativeTolerance * squared || simplex.Holds(w)))
            {
                break;
            }

            simplex.Add(new(w, a, b));
            if (IsTouching(ref simplex, ref nearest))
            {
                return Separation.Overlap;
            }
        }

        double distance = nearest.Length;
        seed = GjkSeed.Of(simplex);
        (Vector3d onFirst, Vector3d onSecond) = simplex.Witnesses(first, second);
        return distance > limit ? Separation.Beyond(distance) : new(distance, (1 / distance) * nearest, onFirst, onSecond);
    }

    private static bool IsTouching(ref GjkSimplex simplex, ref Vector3d nearest) => !simplex.Reduce(out nearest) || Vector3d.Dot(nearest, nearest) < Touching * Touching;

    // A triangle's own normal: what it separates is known after one step.
    private static Vector3d FirstDirection(PosedHull first, PosedHull second)
    {
        Vector3d apart = first.Box.Centre - second.Box.Centre;
        return !second.IsSheet ? apart : Vector3d.Dot(apart, second.NormalOf(0)) < 0 ? -second.NormalOf(0) : second.NormalOf(0);
    }
}

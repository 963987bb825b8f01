using SensorSim.Geometry;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Exposures;

/// <summary>Where the shadow of a box may fall: boxes one behind the other, away from the lamp, until the scene ends.</summary>
internal static class ShadowReach
{
    /// <summary>Boxes along the scene's diagonal.</summary>
    private const int Steps = 64;

    private const double LargestRatio = 1.1;

    /// <summary>A shadow that needs more boxes may fall anywhere: the lamp is too near.</summary>
    private const int MostBoxes = 256;

    /// <summary>How far beside its shadow a box may change what a map's filter finds, in parts of the map: FILTER_REACH texels of a small map.</summary>
    private const double Filter = 0.01;

    /// <summary>Penumbras that a map's filter takes into account beyond their edge; see soft_shadows.glsl.</summary>
    private const double Penumbra = 2;

    /// <summary>The widest penumbra of a lamp at a place, in its radii: NEAREST_BLOCKER.</summary>
    private const double WidestPenumbra = 3;

    /// <param name="caster">What casts the shadow.</param>
    /// <param name="lamp">The lamp.</param>
    /// <param name="lampToWorld">Where it is.</param>
    /// <param name="scene">Holds the caster and all that a shadow may fall on.</param>
    /// <returns>Null when the shadow may fall anywhere.</returns>
    public static IReadOnlyList<Bounds>? Of(in Bounds caster, Light lamp, in Matrix4x4d lampToWorld, in Bounds scene)
    {
        double diagonal = (scene.Max - scene.Min).Length;
        if (lamp.Kind == LightKind.Directional)
        {
            double spread = Penumbra * Math.Tan(lamp.AngularDiameterDegrees * Math.PI / 360);
            return Along(caster, diagonal * -lampToWorld.ColumnZ.Normalized(), at => diagonal * (Filter + (spread * at)));
        }

        double farthest = (lampToWorld.Translation - scene.Centre).Length + (diagonal / 2);
        return From(
            lampToWorld.Translation, caster, scene, ratio => (2 * farthest * Filter) + (Penumbra * lamp.RadiusMetres * Math.Min(ratio - 1, WidestPenumbra)));
    }

    private static Bounds[] Along(Bounds caster, Vector3d way, Func<double, double> margin) => [.. Enumerable.Range(0, Steps).Select(i =>
    {
        Vector3d start = (double)i / Steps * way, end = (i + 1.0) / Steps * way;
        return Bounds.Union(new Bounds(caster.Min + start, caster.Max + start), new(caster.Min + end, caster.Max + end)).Grown(margin((i + 1.0) / Steps));
    })];

    // Shadows of a lamp at a place are the box, enlarged around the lamp.
    private static List<Bounds>? From(Vector3d lamp, Bounds caster, Bounds scene, Func<double, double> margin)
    {
        var boxes = new List<Bounds>();
        Bounds around = new(caster.Min - lamp, caster.Max - lamp);
        double step = (scene.Max - scene.Min).Length / Steps / Math.Max(Vector3d.Max(around.Max, -around.Min).Length, 1e-9), ratio = 1;
        while (boxes.Count < MostBoxes)
        {
            double next = Math.Min(ratio + step, ratio * LargestRatio);
            Bounds box = Bounds.Union(Enlarged(ratio), Enlarged(next)).Grown(margin(next));
            if (box.Intersected(scene) is null)
            {
                return boxes;
            }

            boxes.Add(box);
            ratio = next;
        }

        return null;

        Bounds Enlarged(double by) => new(lamp + (by * around.Min), lamp + (by * around.Max));
    }
}

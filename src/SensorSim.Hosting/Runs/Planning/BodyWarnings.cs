using SensorSim.Geometry;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>Bodies that fall out of the scene, or weigh what nothing of their size does, as the first sample has them.</summary>
internal static class BodyWarnings
{
    /// <summary>Kilograms per cubic metre of osmium, the densest metal. Source: CRC Handbook of Chemistry and Physics, 97th edition, section 4.</summary>
    private const double DensestKgM3 = 22_590;

    private const int MostLines = 5;

    /// <param name="plan">The run.</param>
    /// <param name="resting">Its first sample.</param>
    /// <param name="moving">What physics moves in it.</param>
    public static IEnumerable<string> Of(RunPlan plan, RestingScene resting, IReadOnlyList<DynamicBody> moving)
    {
        IEnumerable<DynamicBody> falling = HasUnseenFloor(plan, resting) ? [] : moving.Where(body => body.Falls && new Footing(resting).Of(body.Node) == Stand.OnNothing);
        return falling.Select(body => $"physics: {body.Name} is dynamic and has nothing below it: it falls as long as the episode lasts. Put a floor under it, or let it hang by held_by: world").Take(MostLines)
            .Concat(moving.Select(body => OfMass(body, resting)).OfType<string>().Take(MostLines));
    }

    private static string? OfMass(DynamicBody body, RestingScene resting)
    {
        Vector3d size = resting.BoxOf(resting.WithAllBelow(body.Node)).Size;
        double density = body.Said.MassKg / (size.X * size.Y * size.Z) ?? body.Said.Density ?? 0;
        return double.IsFinite(density) && density > DensestKgM3 ? Invariant($"physics: {body.Name} has {density:0} kg in each cubic metre of its box, and the densest metal {DensestKgM3:0}: mass_kg and density_kg_m3 are in kilograms") : null;
    }

    // Where a file's colliders or planes are not drawn, what is below something cannot be told by what is drawn.
    private static bool HasUnseenFloor(RunPlan plan, RestingScene resting) =>
        plan.Scene.Scene.Articulation.Planes.Count > 0 || plan.Scene.Scene.Physics.Colliders.Any(collider => !resting.IsDrawn(collider.Node));
}

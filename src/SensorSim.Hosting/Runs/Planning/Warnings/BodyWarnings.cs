using SensorSim.Geometry;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Bodies that fall out of the scene, or weigh what nothing of their size does, as the first sample has them.</summary>
/// <param name="sample">The first one.</param>
internal sealed class BodyWarnings(FirstSample sample)
{
    /// <summary>Kilograms per cubic metre of osmium, the densest metal. Source: CRC Handbook of Chemistry and Physics, 97th edition, section 4.</summary>
    private const double DensestKgM3 = 22_590;

    /// <summary>Kilograms per cubic metre of dry air at 20 °C and 101,325 Pa: p M / (R T) with M = 0.02896 kg/mol.</summary>
    private const double AirKgM3 = 1.2;

    /// <summary>What is nearly as long as all that is there is part of the room.</summary>
    private const double RoomShare = 0.9;

    private const int MostLines = 5;

    public IEnumerable<PlanWarning> All() => MovesAll() ? [Of(sample.Dynamic[0], "physics: everything that is drawn is dynamic, so that nothing stands still and holds it: let match name the objects that should move")]
        : PlanWarning.Shortened(Falling().Select(body => Of(body, $"physics: {body.Name} is dynamic and has nothing below it: it falls as long as the episode lasts. Put a floor under it, or let it hang by held_by: world")), MostLines)
            .Concat(PlanWarning.Shortened(PartsOfTheRoom().Select(body => Of(body, $"physics: {body.Name} is dynamic and as long as the room: it falls, and others push it. Let match name the objects that should move")), MostLines))
            .Concat(PlanWarning.Shortened(sample.Dynamic.Select(OfMass).OfType<PlanWarning>(), MostLines)).Concat(OfEverything());

    // At the last rule that says something of it; a body of the file alone has none.
    private PlanWarning Of(DynamicBody body, string problem, params string[] keys) => sample.Plan.Scenario.Physics is { } physics
        ? new(physics.Bodies.LastOrDefault(rule => GlobPattern.Matches(rule.Match, body.Name))?.Keys.Of([.. keys, "match"]) ?? physics.Position, problem)
        : new(default, problem);

    private bool MovesAll()
    {
        HashSet<int> moving = [.. sample.Dynamic.SelectMany(body => sample.Resting.WithAllBelow(body.Node))];
        return sample.Dynamic.Count > 1 && !HasUnseenFloor() && sample.Resting.DrawnNodes.All(moving.Contains) && sample.Dynamic.All(body => body.Falls);
    }

    private IEnumerable<DynamicBody> Falling()
    {
        var footing = new Footing(sample.Resting);
        return HasUnseenFloor() ? [] : sample.Dynamic.Where(body => body.Falls && footing.Of(body.Node) == Stand.OnNothing);
    }

    private IEnumerable<DynamicBody> PartsOfTheRoom()
    {
        double room = sample.Room.LongestSide;
        return sample.Dynamic.Where(body => body.Falls && sample.Added.All(added => added.Node != body.Node) && sample.Resting.BoxOf(sample.Resting.WithAllBelow(body.Node)).LongestSide > RoomShare * room);
    }

    // Where a file's colliders or planes are not drawn, what is below something cannot be told by what is drawn.
    private bool HasUnseenFloor() => sample.Cousin.Twin.Articulation.Planes.Count > 0 || sample.Cousin.Twin.Physics.Colliders.Any(collider => !sample.Resting.IsDrawn(collider.Node));

    private PlanWarning? OfMass(DynamicBody body) => body.Said is { MassKg: null, Density: < AirKgM3 and var density }
        ? Weighing(body, Invariant($"a density of {density:0.###} kg/m³{Sampled(body)}, less than air: that of water is 1000"))
        : DensityOf(body) is > DensestKgM3 and var most ? Weighing(body, Invariant($"{most:0} kg in each cubic metre of its box{Sampled(body)}, and the densest metal {DensestKgM3:0}: mass_kg is in kilograms, density_kg_m3 in kilograms per cubic metre"))
        : null;

    private IEnumerable<PlanWarning> OfEverything()
    {
        BoundDraw? draw = sample.DrawOf("physics.density_kg_m3");
        return sample.Plan.Scenario.Physics is { } physics && (draw?.NumericExtremes.Min() ?? physics.Everything.Density) is < AirKgM3 and var density
            ? [new(draw?.Rule.ValuePosition ?? physics.Keys.Of("density_kg_m3"), Invariant($"physics: density_kg_m3: {density:0.###}{(draw is { BinCount: > 1 } ? " in some samples" : "")} is less than that of air: that of water is 1000"))]
            : [];
    }

    private PlanWarning Weighing(DynamicBody body, string has)
    {
        PlanWarning told = Of(body, $"physics: {body.Name} has {has}", "mass_kg", "density_kg_m3");
        return MassDraw(body) is { } draw ? told with { At = draw.Rule.ValuePosition } : told;
    }

    private string Sampled(DynamicBody body) => MassDraw(body) is { BinCount: > 1 } ? " in the first sample" : "";

    private BoundDraw? MassDraw(DynamicBody body) => sample.DrawOf($"objects.{body.Name}.mass_kg", $"objects.{body.Name}.density_kg_m3");

    private double DensityOf(DynamicBody body)
    {
        Vector3d size = sample.Resting.BoxOf(sample.Resting.WithAllBelow(body.Node)).Size;
        double density = body.Said.MassKg / (size.X * size.Y * size.Z) ?? body.Said.Density ?? 0;
        return double.IsFinite(density) ? density : 0;
    }
}

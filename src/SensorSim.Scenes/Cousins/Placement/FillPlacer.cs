using SensorSim.Geometry;
using SensorSim.Scenes.Collision;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Lets objects fall into containers one after the other.</summary>
/// <param name="site">The cousin's.</param>
/// <param name="containers">Open above.</param>
internal sealed class FillPlacer(PlacementSite site, ContainerInterior[] containers) : IPlacer
{
    private const int FallsTried = 10;
    private const int StartsTried = 60;

    /// <summary>The inside is known on a grid.</summary>
    private const double WallShare = 1.05;

    /// <summary>By how much of its radius an object may look out over the rim.</summary>
    private const double OverRim = 0.5;

    private readonly Settling _settling = new(site.Surroundings);

    public string Room => string.Join(", ", containers.Select(container =>
        FormattableString.Invariant($"{container.Bounds.Size.X:0.###} m × {container.Bounds.Size.Z:0.###} m, {container.Depth:0.###} m deep")));

    // A ball around its centre of mass would have to be between the walls.
    public bool IsTooLarge(PlacedShape shape) => Array.TrueForAll(containers, container => 2 * shape.Shape.InnerRadius > WallShare * Math.Min(container.Bounds.Size.X, container.Bounds.Size.Z));

    public bool Place(Placee thing, bool isSupport)
    {
        var body = new RigidBody(thing.Body.Shape, RigidPose.Identity);
        for (int start = 0, falls = 0; start < StartsTried && falls < FallsTried; start++)
        {
            ContainerInterior container = AnyContainer();
            if (!IsAbove(body, container))
            {
                continue;
            }

            falls++;
            if (_settling.Settle(body, fallen => IsLost(fallen, container)) == SettlingOutcome.AtRest && IsWithin(body, container))
            {
                site.Put(thing, body.Pose, isSupport);
                return true;
            }
        }

        return false;
    }

    // As low as it can begin: above all that may be below it.
    private bool IsAbove(RigidBody body, ContainerInterior container)
    {
        body.MoveTo(new(container.PointBy(site.Dice), site.Dice.Turn()));
        double floor = container.FloorBelow(body.Box), gap = Settling.GapOf(body.Shape);
        foreach (RigidBody other in site.Surroundings.Bodies)
        {
            bool isBelow = other.Box.Min.X < body.Box.Max.X && body.Box.Min.X < other.Box.Max.X && other.Box.Min.Z < body.Box.Max.Z && body.Box.Min.Z < other.Box.Max.Z;
            floor = isBelow ? Math.Max(floor, other.Box.Max.Y) : floor;
        }

        body.MoveTo(body.Pose.Moved(new(0, floor + (2 * gap) - body.Box.Min.Y, 0), Vector3d.Zero));
        return site.Surroundings.IsFree(body, gap);
    }

    private static bool IsLost(RigidBody body, ContainerInterior container)
    {
        Vector3d centre = body.Pose.Position;
        return centre.Y < container.Floor - body.Shape.Radius || !container.Bounds.Overlaps(Rays.Box.Around(centre with { Y = container.Floor }));
    }

    private static bool IsWithin(RigidBody body, ContainerInterior container) =>
        container.IsOver(body.Pose.Position) && body.Pose.Position.Y < container.Rim && body.Box.Max.Y < container.Rim + (OverRim * body.Shape.Radius);

    private ContainerInterior AnyContainer()
    {
        double at = site.Dice.Share() * containers.Sum(container => container.Area);
        foreach (ContainerInterior container in containers)
        {
            at -= container.Area;
            if (at < 0)
            {
                return container;
            }
        }

        return containers[^1];
    }
}

using SensorSim.Geometry;
using SensorSim.Scenes.Collision;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Puts objects anywhere on level surfaces.</summary>
/// <param name="site">The cousin's.</param>
/// <param name="surfaces">With some area.</param>
/// <param name="rule">How.</param>
internal sealed class ScatterPlacer(PlacementSite site, SupportSurface[] surfaces, PlacementRule.Scatter rule) : IPlacer
{
    private const int PlacesTried = 400;
    private const int FallsTried = 12;

    private readonly StandingRoom _room = new(site);
    private readonly Settling _settling = new(site.Surroundings);

    public string Room => FormattableString.Invariant($"{surfaces.Sum(surface => surface.Area):0.###} m² of level surface");

    public bool Place(Placee thing, bool isSupport)
    {
        var body = new RigidBody(thing.Body.Shape, RigidPose.Identity);
        for (int i = 0, falls = 0; i < PlacesTried && falls < FallsTried; i++)
        {
            SupportSurface surface = AnySurface();
            Vector3d point = surface.PointBy(site.Dice);
            Quaterniond turn = rule.IsUpright ? site.Dice.Yaw(rule.YawSteps) * thing.Body.Upright : site.Dice.Turn();
            StandingRoom.Stand(body, turn, point, point.Y);
            bool hasRoom = rule.IsUpright
                ? _room.Has(body, surface, point.Y, rule.MarginMetres, rule.ClearanceMetres)
                : _room.IsFree(body, point.Y, rule.ClearanceMetres);
            if (hasRoom && (rule.IsUpright || (++falls > 0 && Falls(body, surface, point.Y))))
            {
                site.Put(thing, body.Pose, isSupport);
                return true;
            }
        }

        return false;
    }

    private bool Falls(RigidBody body, SupportSurface surface, double level)
    {
        bool lies = _settling.Settle(body, fallen => fallen.Pose.Position.Y < level) == SettlingOutcome.AtRest;
        return lies && surface.Carries([.. Footprint.Below(body).Edge(rule.MarginMetres)], level, 0.5 * body.Shape.Radius);
    }

    private SupportSurface AnySurface()
    {
        double at = site.Dice.Share() * surfaces.Sum(surface => surface.Area);
        foreach (SupportSurface surface in surfaces)
        {
            at -= surface.Area;
            if (at < 0)
            {
                return surface;
            }
        }

        return surfaces[^1];
    }
}

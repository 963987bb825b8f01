using SensorSim.Geometry;
using SensorSim.Scenes.Collision;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Whether an object can stand upright at a place.</summary>
/// <param name="site">The cousin's.</param>
internal sealed class StandingRoom(PlacementSite site)
{
    /// <summary>A level may be uneven by so much, metres.</summary>
    private const double Evenness = 1.5e-3;

    /// <summary>The body with its lowest point on a level and the middle of its box over a point.</summary>
    public static void Stand(RigidBody body, Quaterniond turn, Vector3d over, double level)
    {
        body.MoveTo(new(Vector3d.Zero, turn));
        Vector3d centre = body.Box.Centre;
        body.MoveTo(new(new(over.X - centre.X, level + Settling.GapOf(body.Shape) - body.Box.Min.Y, over.Z - centre.Z), turn));
    }

    /// <summary>Whether a surface carries all of the body's footprint, and nothing is nearer to it than allowed.</summary>
    public bool Has(RigidBody body, SupportSurface surface, double level, double margin, double clearance) =>
        surface.Carries(Footprint.Below(body).Edge(margin), level, Evenness) && IsFree(body, level, clearance);

    /// <summary>Whether nothing above a level is nearer to the body than allowed.</summary>
    public bool IsFree(RigidBody body, double level, double clearance) =>
        site.Surroundings.IsFree(body, Math.Max(clearance, Settling.GapOf(body.Shape)), level + Evenness) && !site.IsInside(body.Pose.Position);
}

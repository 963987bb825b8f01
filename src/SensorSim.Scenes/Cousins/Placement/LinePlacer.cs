using SensorSim.Geometry;
using SensorSim.Scenes.Collision;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Puts objects side by side along the front edges of level surfaces, in a drawn order of these.</summary>
internal sealed class LinePlacer : IPlacer
{
    /// <summary>Steps along an edge until something stands free, metres.</summary>
    private const double Step = 0.01;

    private readonly PlacementSite _site;
    private readonly PlacementRule.Line _rule;
    private readonly StandingRoom _room;
    private readonly ShelfEdge[] _edges;

    /// <param name="site">The cousin's.</param>
    /// <param name="surfaces">With some area.</param>
    /// <param name="rule">How.</param>
    public LinePlacer(PlacementSite site, SupportSurface[] surfaces, PlacementRule.Line rule)
    {
        (_site, _rule, _room) = (site, rule, new(site));
        _edges = site.Dice.Shuffled(surfaces.SelectMany(ShelfEdge.Of));
        foreach (ShelfEdge edge in _edges)
        {
            edge.Next = edge.Left + rule.MarginMetres + site.Dice.Between(0, rule.JitterMetres);
        }
    }

    public string Room => FormattableString.Invariant($"{_edges.Sum(edge => edge.Right - edge.Left):0.##} m of front edge");

    public bool Place(Placee thing, bool isSupport)
    {
        var body = new RigidBody(thing.Body.Shape, RigidPose.Identity);
        double back = _site.Dice.Between(0, _rule.JitterMetres), gap = _rule.GapMetres + _site.Dice.Between(0, _rule.JitterMetres);
        foreach (ShelfEdge edge in _edges)
        {
            body.MoveTo(new(Vector3d.Zero, edge.Yaw * thing.Body.Upright));
            (double left, double right) = Extent(body, edge.Along);
            double front = edge.Front - _rule.MarginMetres - back - Extent(body, edge.Outwards).High;
            for (double at = edge.Next; at + right - left <= edge.Right - _rule.MarginMetres; at += Step)
            {
                Vector3d over = ((at - left) * edge.Along) + (front * edge.Outwards);
                body.MoveTo(new(new(over.X, edge.Level + Settling.GapOf(body.Shape) - LowestOf(body), over.Z), body.Pose.Rotation));
                if (_room.Has(body, edge.Surface, edge.Level, 0, 0))
                {
                    edge.Next = at + right - left + gap;
                    _site.Put(thing, body.Pose, isSupport);
                    return true;
                }
            }
        }

        return false;
    }

    private static double LowestOf(RigidBody body) => body.Box.Min.Y - body.Pose.Position.Y;

    // Relative to the body's centre of mass.
    private static (double Low, double High) Extent(RigidBody body, Vector3d direction)
    {
        (double low, double high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (PosedHull piece in body.Pieces)
        {
            low = Math.Min(low, Vector3d.Dot(piece[piece.Support(-direction)] - body.Pose.Position, direction));
            high = Math.Max(high, Vector3d.Dot(piece[piece.Support(direction)] - body.Pose.Position, direction));
        }

        return (low, high);
    }
}

using SensorSim.Geometry;
using SensorSim.Scenes.Collision;

namespace SensorSim.Scenes.Cousins.Placement;

/// <summary>Puts objects one upon another; where none can bear the next, a new stack begins.</summary>
/// <param name="site">The cousin's.</param>
/// <param name="surfaces">What carries the lowest.</param>
/// <param name="rule">How.</param>
internal sealed class StackPlacer(PlacementSite site, SupportSurface[] surfaces, PlacementRule.Stack rule) : IPlacer
{
    private const int PlacesTried = 8;

    /// <summary>How far inside the lower one's top the upper one's centre of mass must be, of its radius.</summary>
    private const double LeastDepth = 0.08;

    private readonly StandingRoom _room = new(site);
    private readonly ScatterPlacer _base = new(site, surfaces, new(rule.On, rule.ClearanceMetres) { MarginMetres = 0 });
    private readonly List<(RigidBody Top, int Layers)> _stacks = [];

    public string Room => $"{_base.Room}, {rule.Layers} layers";

    public bool Place(Placee thing, bool isSupport)
    {
        var body = new RigidBody(thing.Body.Shape, RigidPose.Identity);
        foreach ((int i, (RigidBody top, int layers)) in _stacks.Index())
        {
            if (layers < rule.Layers && StandsOn(body, thing, top))
            {
                site.Put(thing, body.Pose, isSupport);
                _stacks[i] = (body, layers + 1);
                return true;
            }
        }

        if (!_base.Place(thing, isSupport))
        {
            return false;
        }

        _stacks.Add((new(thing.Body.Shape, site.CentreOf(thing)), 1));
        return true;
    }

    private bool StandsOn(RigidBody body, Placee thing, RigidBody top)
    {
        Footprint below = Footprint.Above(top);
        Quaterniond turn = YawOf(top);
        for (int i = 0; i < PlacesTried; i++)
        {
            Quaterniond jitter = Quaterniond.FromAxisAngle(Vector3d.UnitY, site.Dice.Between(-rule.JitterDegrees, rule.JitterDegrees) * (Math.PI / 180));
            Vector3d centre = top.Box.Centre, shift = new(site.Dice.Between(-rule.JitterMetres, rule.JitterMetres), 0, site.Dice.Between(-rule.JitterMetres, rule.JitterMetres));
            StandingRoom.Stand(body, jitter * turn * thing.Body.Upright, centre + shift, top.Box.Max.Y);
            double depth = Math.Min(below.DepthOf(body.Pose.Position), Footprint.Below(body).DepthOf(body.Pose.Position));
            if (depth > LeastDepth * body.Shape.Radius && _room.IsFree(body, top.Box.Max.Y, 0))
            {
                return true;
            }
        }

        return false;
    }

    // The turn about the vertical of what stands: a stack is in line with its lowest.
    private static Quaterniond YawOf(RigidBody body)
    {
        Vector3d x = body.Pose.Direction(Vector3d.UnitX);
        return Math.Abs(x.X) + Math.Abs(x.Z) > 1e-6 ? Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.Atan2(-x.Z, x.X)) : Quaterniond.Identity;
    }
}

using SensorSim.Scenes.Rays;

namespace SensorSim.Scenes.Collision;

/// <summary>What a body can touch: fixtures that stay, and bodies that have come to rest. Not for two threads at a time.</summary>
internal sealed class Surroundings
{
    private readonly List<FixtureSet> _fixtures = [];
    private readonly List<RigidBody> _bodies = [];
    private readonly List<PosedHull> _near = [];

    /// <summary>What has come to rest, in its order.</summary>
    public IReadOnlyList<RigidBody> Bodies => _bodies;

    public void Add(RigidBody body) => _bodies.Add(body);

    public void Add(FixtureSet fixtures) => _fixtures.Add(fixtures);

    /// <summary>Everything whose box overlaps a box, until the next call.</summary>
    public List<PosedHull> Near(Box box)
    {
        _near.Clear();
        foreach (FixtureSet fixtures in _fixtures)
        {
            fixtures.Find(box, _near);
        }

        foreach (RigidBody body in _bodies)
        {
            if (!body.Box.Overlaps(box))
            {
                continue;
            }

            foreach (PosedHull piece in body.Pieces)
            {
                if (piece.Box.Overlaps(box))
                {
                    _near.Add(piece);
                }
            }
        }

        return _near;
    }

    /// <summary>Whether a body keeps its distance from everything.</summary>
    /// <param name="body">Where it is.</param>
    /// <param name="clearance">Metres, above 0.</param>
    /// <param name="above">What lies wholly below this height does not count.</param>
    public bool IsFree(RigidBody body, double clearance, double above = double.NegativeInfinity)
    {
        foreach (PosedHull piece in body.Pieces)
        {
            foreach (PosedHull other in Near(piece.Box.Grown(clearance)))
            {
                if (other.Box.Max.Y > above && Gjk.Between(piece, other, clearance).Distance <= clearance)
                {
                    return false;
                }
            }
        }

        return true;
    }
}

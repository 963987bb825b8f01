using System.Runtime.InteropServices;

namespace SensorSim.Scenes.Collision;

/// <summary>
/// What a moving body may touch, remembered from step to step: what was so far away that the body cannot have come near since is not looked at again,
/// and the nearest points of the others are looked for where they were. For one thread.
/// </summary>
/// <param name="surroundings">What it moves among.</param>
internal sealed class Neighbours(Surroundings surroundings)
{
    /// <summary>By how much of its radius a body may move before what is near is listed anew.</summary>
    private const double ListedShare = 0.25;

    private readonly List<Pair> _pairs = [];
    private readonly ContactPatch _patch = new();
    private double _travelled;
    private double _listedUntil;

    /// <summary>Forgets everything: another body begins, or the same one elsewhere.</summary>
    public void Clear()
    {
        _pairs.Clear();
        (_travelled, _listedUntil) = (0, double.NegativeInfinity);
    }

    /// <summary>Moves the body.</summary>
    /// <param name="body">The one that the neighbours are of.</param>
    /// <param name="pose">Where to.</param>
    /// <param name="distance">Metres that none of its points moves farther than.</param>
    public void Move(RigidBody body, RigidPose pose, double distance)
    {
        body.MoveTo(pose);
        _travelled += distance;
    }

    /// <summary>Finds where the body is less than a limit away from something.</summary>
    /// <returns>False where it overlaps something.</returns>
    public bool FindContacts(RigidBody body, double limit, List<Contact> contacts)
    {
        contacts.Clear();
        if (_travelled + limit > _listedUntil)
        {
            List(body, limit);
        }

        foreach (ref Pair pair in CollectionsMarshal.AsSpan(_pairs))
        {
            if (_travelled + limit >= pair.ApartUntil && !AddContacts(body.Pieces[pair.Piece], ref pair, limit, contacts))
            {
                return false;
            }
        }

        return true;
    }

    private bool AddContacts(PosedHull piece, ref Pair pair, double limit, List<Contact> contacts)
    {
        if (!piece.Box.Grown(limit).Overlaps(pair.Other.Box))
        {
            return true;
        }

        Separation separation = Gjk.Between(piece, pair.Other, limit, ref pair.Seed);
        pair.ApartUntil = _travelled + separation.AtLeast;
        return _patch.AddContacts(piece, pair.Other, separation, limit, contacts);
    }

    private void List(RigidBody body, double limit)
    {
        _pairs.Clear();
        double room = limit + (ListedShare * body.Shape.Radius);
        _listedUntil = _travelled + room;
        for (int piece = 0; piece < body.Pieces.Length; piece++)
        {
            foreach (PosedHull other in surroundings.Near(body.Pieces[piece].Box.Grown(room)))
            {
                _pairs.Add(new(piece, other));
            }
        }
    }

    /// <summary>A piece of the body and a hull near it.</summary>
    private struct Pair(int piece, PosedHull other)
    {
        public GjkSeed Seed;

        public readonly int Piece = piece;

        public readonly PosedHull Other = other;

        /// <summary>While the body has travelled less than this, less the limit, the two are farther apart than the limit.</summary>
        public double ApartUntil = double.NegativeInfinity;
    }
}

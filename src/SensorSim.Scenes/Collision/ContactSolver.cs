using System.Runtime.InteropServices;
using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>
/// Changes a body's velocity so that no contact closes: impulses at contacts one by one, again and again, each only pushing, with Coulomb friction.
/// Source: Catto, "Iterative dynamics with temporal coherence", GDC 2005.
/// </summary>
internal sealed class ContactSolver
{
    private const int Iterations = 10;
    private const double Friction = 0.45;
    private const double Recovery = 0.2;

    private readonly List<Row> _rows = [];

    /// <param name="body">Of unit mass.</param>
    /// <param name="contacts">Near it.</param>
    /// <param name="gap">The distance to keep, metres.</param>
    /// <param name="seconds">Until contacts are looked for again.</param>
    /// <param name="velocity">Of the centre of mass.</param>
    /// <param name="turning">Angular velocity.</param>
    public void Solve(RigidBody body, List<Contact> contacts, double gap, double seconds, ref Vector3d velocity, ref Vector3d turning)
    {
        _rows.Clear();
        foreach (Contact contact in contacts)
        {
            double slack = contact.Distance - gap;
            double least = -slack * (slack > 0 ? 1 : Recovery) / seconds;
            Vector3d arm = contact.Point - body.Pose.Position;
            Vector3d across = Vector3d.Cross(contact.Normal, Math.Abs(contact.Normal.X) < 0.6 ? Vector3d.UnitX : Vector3d.UnitY).Normalized();
            _rows.Add(new(new(body, arm, contact.Normal), new(body, arm, across), new(body, arm, Vector3d.Cross(contact.Normal, across)), least));
        }

        for (int i = 0; i < Iterations; i++)
        {
            foreach (ref Row row in CollectionsMarshal.AsSpan(_rows))
            {
                double push = row.Push;
                row.Push = Math.Max(0, push + ((row.Least - row.Normal.Speed(velocity, turning)) * row.Normal.Mass));
                row.Normal.Give(row.Push - push, ref velocity, ref turning);
                double most = Friction * row.Push;
                row.AlongX = Rub(row.X, row.AlongX, most, ref velocity, ref turning);
                row.AlongY = Rub(row.Y, row.AlongY, most, ref velocity, ref turning);
            }
        }
    }

    private static double Rub(in Direction direction, double before, double most, ref Vector3d velocity, ref Vector3d turning)
    {
        double after = Math.Clamp(before - (direction.Speed(velocity, turning) * direction.Mass), -most, most);
        direction.Give(after - before, ref velocity, ref turning);
        return after;
    }

    private struct Row(Direction normal, Direction x, Direction y, double least)
    {
        public readonly Direction Normal = normal;

        public readonly Direction X = x;

        public readonly Direction Y = y;

        /// <summary>The least speed away from the other.</summary>
        public double Least { get; } = least;

        public double Push { get; set; }

        public double AlongX { get; set; }

        public double AlongY { get; set; }
    }

    /// <summary>One direction at one contact.</summary>
    private readonly struct Direction
    {
        private readonly Vector3d _along;
        private readonly Vector3d _lever;
        private readonly Vector3d _turn;

        public Direction(RigidBody body, Vector3d arm, Vector3d along)
        {
            _along = along;
            _lever = Vector3d.Cross(arm, along);
            _turn = body.Turned(_lever);
            Mass = 1 / (1 + Vector3d.Dot(_lever, _turn));
        }

        /// <summary>The impulse that changes the speed by 1.</summary>
        public double Mass { get; }

        public double Speed(Vector3d velocity, Vector3d turning) => Vector3d.Dot(_along, velocity) + Vector3d.Dot(_lever, turning);

        public void Give(double impulse, ref Vector3d velocity, ref Vector3d turning)
        {
            velocity += impulse * _along;
            turning += impulse * _turn;
        }
    }
}

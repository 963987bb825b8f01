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

    /// <summary>Impulses that all change by less than this share of what weight gives in a step have come to their end.</summary>
    private const double Converged = 2e-3;

    private readonly List<Row> _rows = [];

    /// <param name="body">Of unit mass.</param>
    /// <param name="contacts">Near it.</param>
    /// <param name="gap">The distance to keep, metres.</param>
    /// <param name="seconds">Until contacts are looked for again.</param>
    /// <param name="velocity">Of the centre of mass.</param>
    /// <param name="turning">Angular velocity.</param>
    public void Solve(RigidBody body, List<Contact> contacts, double gap, double seconds, ref Vector3d velocity, ref Vector3d turning)
    {
        var resistance = new Resistance(body.Turned(Vector3d.UnitX), body.Turned(Vector3d.UnitY), body.Turned(Vector3d.UnitZ));
        _rows.Clear();
        foreach (Contact contact in contacts)
        {
            double slack = contact.Distance - gap;
            double least = -slack * (slack > 0 ? 1 : Recovery) / seconds;
            Vector3d arm = contact.Point - body.Pose.Position;
            _rows.Add(new(new(resistance, arm, contact.Normal), arm, contact.Normal, least));
        }

        double change = double.PositiveInfinity;
        for (int i = 0; i < Iterations && change > Converged * Settling.Gravity * seconds; i++)
        {
            change = 0;
            foreach (ref Row row in CollectionsMarshal.AsSpan(_rows))
            {
                change = Math.Max(change, Push(ref row, resistance, ref velocity, ref turning));
            }
        }
    }

    // Gives by how much the impulses changed. One that does not push does not rub either.
    private static double Push(ref Row row, in Resistance resistance, ref Vector3d velocity, ref Vector3d turning)
    {
        double before = row.Push;
        row.Push = Math.Max(0, before + ((row.Least - row.Normal.Speed(velocity, turning)) * row.Normal.Mass));
        if (row.Push == 0 && before == 0)
        {
            return 0;
        }

        row.Normal.Give(row.Push - before, ref velocity, ref turning);
        row.Rub(resistance, Friction * row.Push, ref velocity, ref turning, out double change);
        return Math.Max(change, Math.Abs(row.Push - before));
    }

    /// <summary>A contact: its normal, and what rubs across it once it has pushed.</summary>
    private struct Row(Direction normal, Vector3d arm, Vector3d along, double least)
    {
        public readonly Direction Normal = normal;

        private Direction _x;
        private Direction _y;
        private double _alongX;
        private double _alongY;
        private bool _hasPushed;

        /// <summary>The least speed away from the other.</summary>
        public double Least { get; } = least;

        public double Push { get; set; }

        public void Rub(in Resistance resistance, double most, ref Vector3d velocity, ref Vector3d turning, out double change)
        {
            if (!_hasPushed)
            {
                Vector3d across = Vector3d.Cross(along, Math.Abs(along.X) < 0.6 ? Vector3d.UnitX : Vector3d.UnitY).Normalized();
                (_x, _y, _hasPushed) = (new(resistance, arm, across), new(resistance, arm, Vector3d.Cross(along, across)), true);
            }

            (double x, double y) = (_alongX, _alongY);
            _alongX = Rub(_x, x, most, ref velocity, ref turning);
            _alongY = Rub(_y, y, most, ref velocity, ref turning);
            change = Math.Max(Math.Abs(_alongX - x), Math.Abs(_alongY - y));
        }

        private static double Rub(in Direction direction, double before, double most, ref Vector3d velocity, ref Vector3d turning)
        {
            double after = Math.Clamp(before - (direction.Speed(velocity, turning) * direction.Mass), -most, most);
            direction.Give(after - before, ref velocity, ref turning);
            return after;
        }
    }

    /// <summary>How a body resists being turned, by the columns of its inverse moment of inertia in the world.</summary>
    private readonly record struct Resistance(Vector3d X, Vector3d Y, Vector3d Z)
    {
        public Vector3d Turned(Vector3d torque) => (torque.X * X) + (torque.Y * Y) + (torque.Z * Z);
    }

    /// <summary>One direction at one contact.</summary>
    private readonly struct Direction
    {
        private readonly Vector3d _along;
        private readonly Vector3d _lever;
        private readonly Vector3d _turn;

        public Direction(in Resistance resistance, Vector3d arm, Vector3d along)
        {
            _along = along;
            _lever = Vector3d.Cross(arm, along);
            _turn = resistance.Turned(_lever);
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

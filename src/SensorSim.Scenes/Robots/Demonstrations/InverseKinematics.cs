using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>
/// Joint positions for a pose of the hand, near those that are given: damped least squares (Wampler, 1986; Nakamura and Hanafusa, 1986), damped less as it comes nearer. A joint at the end of its range that would go on is left out of a step.
/// </summary>
internal static class InverseKinematics
{
    /// <summary>A turn of one radian is as bad as so many metres: about the reach of a forearm.</summary>
    private const double MetresPerRadian = 0.3;

    private const double Exact = 1e-10;
    private const double LargestStep = 0.3;
    private const double LeastDamping = 1e-12;
    private const int Rounds = 200;

    /// <param name="arm">The joints.</param>
    /// <param name="from">Its base.</param>
    /// <param name="target">Of the hand.</param>
    /// <param name="near">Where to begin: the solution is one nearby.</param>
    public static Reach Of(ArmChain arm, Pose from, Pose target, ReadOnlySpan<double> near)
    {
        var lines = new (Vector3d Point, Vector3d Axis)[arm.Joints.Count];
        double[] q = [.. near];
        Clamp(arm, q);
        (double damping, Pose hand) = (1e-6, arm.Hand(from, q, lines));
        double[] error = ErrorOf(hand, target);
        for (int round = 0; round < Rounds && Square(error) > Exact * Exact && damping < 1e6; round++)
        {
            double[] next = [.. q];
            Add(next, StepOf(arm, q, lines, hand, error, damping));
            Clamp(arm, next);
            Pose there = arm.Hand(from, next, []);
            double[] left = ErrorOf(there, target);
            if (Square(left) < Square(error))
            {
                (q, error, damping) = (next, left, Math.Max(LeastDamping, damping / 4));
                hand = arm.Hand(from, q, lines);
            }
            else
            {
                damping *= 10;
            }
        }

        return new(q, (target.Position - hand.Position).Length, TurnBetween(hand.Rotation, target.Rotation).Length);
    }

    /// <summary>The turn that leads from one to another: its axis, as long as its angle in radians.</summary>
    public static Vector3d TurnBetween(Quaterniond from, Quaterniond to)
    {
        Quaterniond way = to * from.Conjugate();
        way = way.W < 0 ? new(-way.X, -way.Y, -way.Z, -way.W) : way;
        var axis = new Vector3d(way.X, way.Y, way.Z);
        double sine = axis.Length;
        return sine < 1e-12 ? 2 * axis : 2 * Math.Atan2(sine, way.W) / sine * axis;
    }

    private static double[] ErrorOf(Pose hand, Pose target)
    {
        Vector3d way = target.Position - hand.Position, turn = MetresPerRadian * TurnBetween(hand.Rotation, target.Rotation);
        return [way.X, way.Y, way.Z, turn.X, turn.Y, turn.Z];
    }

    private static double[] StepOf(ArmChain arm, double[] q, (Vector3d Point, Vector3d Axis)[] lines, Pose hand, double[] error, double damping)
    {
        double[][] columns = [.. arm.Joints.Select((joint, i) => ColumnOf(joint, lines[i], hand))];
        double[] step = Damped(columns, error, damping);
        for (int i = 0; i < columns.Length; i++)
        {
            if (q[i] + step[i] <= arm.Joints[i].Lower && q[i] <= arm.Joints[i].Lower || q[i] + step[i] >= arm.Joints[i].Upper && q[i] >= arm.Joints[i].Upper)
            {
                columns[i] = new double[6];
            }
        }

        step = Damped(columns, error, damping);
        double largest = step.Max(Math.Abs);
        return largest > LargestStep ? [.. step.Select(one => one * LargestStep / largest)] : step;
    }

    private static double[] ColumnOf(ArticulatedJoint joint, (Vector3d Point, Vector3d Axis) line, Pose hand)
    {
        bool isTurn = joint.Type == JointType.Revolute;
        Vector3d move = isTurn ? Vector3d.Cross(line.Axis, hand.Position - line.Point) : line.Axis, turn = isTurn ? MetresPerRadian * line.Axis : Vector3d.Zero;
        return [move.X, move.Y, move.Z, turn.X, turn.Y, turn.Z];
    }

    // Jᵀ (J Jᵀ + λ I)⁻¹ e
    private static double[] Damped(double[][] columns, double[] error, double damping)
    {
        double[,] square = new double[6, 7];
        for (int i = 0; i < 6; i++)
        {
            for (int k = 0; k < 6; k++)
            {
                square[i, k] = columns.Sum(column => column[i] * column[k]) + (i == k ? damping : 0);
            }

            square[i, 6] = error[i];
        }

        double[] y = Solved(square);
        return [.. columns.Select(column => column.Zip(y, (a, b) => a * b).Sum())];
    }

    // Symmetric and positive: no pivots are needed.
    private static double[] Solved(double[,] rows)
    {
        int n = rows.GetLength(0);
        for (int i = 0; i < n; i++)
        {
            for (int r = i + 1; r < n; r++)
            {
                double factor = rows[r, i] / rows[i, i];
                for (int k = i; k <= n; k++)
                {
                    rows[r, k] -= factor * rows[i, k];
                }
            }
        }

        double[] x = new double[n];
        for (int i = n - 1; i >= 0; i--)
        {
            double rest = rows[i, n];
            for (int k = i + 1; k < n; k++)
            {
                rest -= rows[i, k] * x[k];
            }

            x[i] = rest / rows[i, i];
        }

        return x;
    }

    private static void Add(double[] q, double[] step)
    {
        for (int i = 0; i < q.Length; i++)
        {
            q[i] += step[i];
        }
    }

    private static void Clamp(ArmChain arm, double[] q)
    {
        for (int i = 0; i < q.Length; i++)
        {
            q[i] = Math.Clamp(q[i], arm.Joints[i].Lower ?? double.NegativeInfinity, arm.Joints[i].Upper ?? double.PositiveInfinity);
        }
    }

    private static double Square(double[] v) => v.Sum(x => x * x);
}

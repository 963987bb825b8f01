using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>
/// Lets one body fall among what stands still until it lies: rigid-body dynamics with friction and without bounce. Contacts are known before they close
/// (Catto, "Continuous collision", GDC 2013), so that bodies never overlap: a step after which they would is taken back.
/// </summary>
/// <param name="surroundings">What it falls on.</param>
internal sealed class Settling(Surroundings surroundings)
{
    /// <summary>Metres per second squared.</summary>
    public const double Gravity = 9.81;

    private const int MaximumSteps = 220;
    private const int StillSteps = 4;

    /// <summary>After so many steps a body is braked as by rolling resistance, more and more over some more: else a shaft rolls to and fro for long.</summary>
    private const int FreeSteps = 40;

    private const int BrakedSteps = 80;

    private const int MaximumNudges = 2;
    private const double Nudge = 0.15;
    private const int MaximumHalvings = 3;
    private const double Still = 0.02;
    private const double StepShare = 0.09;
    private const double LargestReach = 0.2;

    private readonly Neighbours _near = new(surroundings);
    private readonly List<Contact> _contacts = [];
    private readonly ContactSolver _solver = new();

    /// <summary>The distance that bodies of a size keep, metres.</summary>
    public static double GapOf(RigidShape shape) => Math.Clamp(0.006 * shape.Radius, 2e-5, 3e-4);

    /// <summary>Moves a body from where it is free to where it lies.</summary>
    /// <param name="body">Free at its pose.</param>
    /// <param name="isLost">Whether its pose is one from which it need not be followed.</param>
    public SettlingOutcome Settle(RigidBody body, Func<RigidBody, bool> isLost)
    {
        double size = body.Shape.Radius, seconds = StepShare * Math.Sqrt(size / Gravity), speed = Math.Sqrt(Gravity * size), gap = GapOf(body.Shape);
        (Vector3d velocity, Vector3d turning) = (Vector3d.Zero, Vector3d.Zero);
        RigidPose last = body.Pose;
        _near.Clear();
        (int still, int nudges) = (0, 0);
        for (int step = 0; step < MaximumSteps; step++)
        {
            if (isLost(body))
            {
                return SettlingOutcome.Lost;
            }

            double reach = ReachOf(velocity, turning, size, seconds);
            if (!FindContacts(body, last, ref velocity, ref turning, seconds, reach + gap))
            {
                return SettlingOutcome.Wedged;
            }

            double braked = Math.Clamp((step - FreeSteps) / (double)BrakedSteps, 0, 1);
            velocity = ((0.98 - (0.04 * braked)) * velocity) - (Gravity * seconds * Vector3d.UnitY);
            turning = (0.95 - (0.07 * braked)) * turning;
            _solver.Solve(body, _contacts, gap, seconds, ref velocity, ref turning);
            double motion = velocity.Length + (size * turning.Length), share = Math.Min(1, reach / (seconds * motion));
            (velocity, turning) = (share * velocity, share * turning);
            still = motion < Still * speed && Balance.IsTouching(_contacts, 2 * gap) ? still + 1 : 0;
            if (still >= StillSteps)
            {
                if (nudges == MaximumNudges || Balance.AxisOf(_contacts, 2 * gap, 0.05 * size) is not { } axis)
                {
                    return SettlingOutcome.AtRest;
                }

                // What stands on an edge or a corner in perfect balance would not in a world that moves a little.
                (nudges, still) = (nudges + 1, 0);
                turning += (nudges % 2 == 1 ? Nudge : -Nudge) * (speed / size) * axis;
            }

            last = body.Pose;
            _near.Move(body, last.Moved(seconds * velocity, seconds * turning), seconds * (velocity.Length + (size * turning.Length)));
        }

        return SettlingOutcome.Restless;
    }

    // Contacts are straight, and a turn is not: where a step leads into something, half of it may not.
    private bool FindContacts(RigidBody body, RigidPose last, ref Vector3d velocity, ref Vector3d turning, double seconds, double limit)
    {
        for (int halved = 0; halved < MaximumHalvings; halved++)
        {
            if (_near.FindContacts(body, limit, _contacts))
            {
                return true;
            }

            (velocity, turning) = (0.5 * velocity, 0.5 * turning);
            _near.Move(body, last.Moved(seconds * velocity, seconds * turning), seconds * (velocity.Length + (body.Shape.Radius * turning.Length)));
        }

        _near.Move(body, last, seconds * (velocity.Length + (body.Shape.Radius * turning.Length)));
        (velocity, turning) = (Vector3d.Zero, Vector3d.Zero);
        return _near.FindContacts(body, limit, _contacts);
    }

    // How far any point of the body may come until contacts are looked for again: what is farther away need not be known.
    private static double ReachOf(Vector3d velocity, Vector3d turning, double size, double seconds) =>
        Math.Min(LargestReach * size, (0.01 * size) + (1.25 * seconds * (velocity.Length + (Gravity * seconds) + (size * turning.Length))));
}

using SensorSim.Geometry;

namespace SensorSim.Scenes.Bodies;

/// <summary>What bodies did at every step of a simulation. Between two steps positions go straight and turns and velocities go evenly.</summary>
/// <param name="bodies">How many there are.</param>
/// <param name="stepSeconds">From one step to the next.</param>
public sealed class BodyTrack(int bodies, double stepSeconds)
{
    private readonly List<TrackStep> _steps = [];

    /// <summary>From one step to the next.</summary>
    public double StepSeconds => stepSeconds;

    /// <summary>The time of the last step; below 0 while there is none.</summary>
    public double EndSeconds => (_steps.Count - 1) * stepSeconds;

    /// <summary>By step, the first one at time 0.</summary>
    public IReadOnlyList<TrackStep> Steps => _steps;

    /// <summary>Adds the next step.</summary>
    /// <param name="step">With a state for each body.</param>
    public void Add(TrackStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (step.Bodies.Count != bodies)
        {
            throw new ArgumentException($"There are {bodies} bodies, not {step.Bodies.Count}.", nameof(step));
        }

        _steps.Add(step);
    }

    /// <summary>The pose of a body at an instant; the first or last one outside of what was simulated.</summary>
    public Pose At(int body, double seconds)
    {
        (TrackStep before, TrackStep after, double share) = Around(seconds);
        return Between(before.Bodies[body].Pose, after.Bodies[body].Pose, share);
    }

    /// <summary>How a body moves at an instant: of its centre of mass in m/s, and rad/s, along and about world axes.</summary>
    public (Vector3d Linear, Vector3d Angular) VelocityAt(int body, double seconds)
    {
        (TrackStep before, TrackStep after, double share) = Around(seconds);
        return (Between(before.Bodies[body].LinearVelocity, after.Bodies[body].LinearVelocity, share), Between(before.Bodies[body].AngularVelocity, after.Bodies[body].AngularVelocity, share));
    }

    /// <summary>What touched in the step that leads to an instant.</summary>
    public IReadOnlyList<BodyContact> ContactsAt(double seconds) => _steps[(int)Math.Clamp(Math.Ceiling((seconds / stepSeconds) - 1e-9), 0, _steps.Count - 1)].Contacts;

    private (TrackStep Before, TrackStep After, double Share) Around(double seconds)
    {
        double step = Math.Clamp(seconds / stepSeconds, 0, _steps.Count - 1);
        int before = Math.Min((int)step, _steps.Count - 1), after = Math.Min(before + 1, _steps.Count - 1);
        return (_steps[before], _steps[after], step - before);
    }

    private static Vector3d Between(Vector3d a, Vector3d b, double share) => ((1 - share) * a) + (share * b);

    private static Pose Between(Pose a, Pose b, double share) => share <= 0 ? a : new(Between(a.Position, b.Position, share), Turned(a.Rotation, b.Rotation, share));

    // Two steps are so near that the normalised mean is an even turn. The sign is that of the shorter way.
    private static Quaterniond Turned(Quaterniond a, Quaterniond b, double share)
    {
        double sign = (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z) + (a.W * b.W) < 0 ? -share : share, rest = 1 - share;
        return new Quaterniond((rest * a.X) + (sign * b.X), (rest * a.Y) + (sign * b.Y), (rest * a.Z) + (sign * b.Z), (rest * a.W) + (sign * b.W)).Normalized();
    }
}

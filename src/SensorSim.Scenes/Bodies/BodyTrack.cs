using SensorSim.Geometry;

namespace SensorSim.Scenes.Bodies;

/// <summary>Where bodies were at every step of a simulation. Between two steps positions go straight and turns go evenly.</summary>
/// <param name="bodies">How many there are.</param>
/// <param name="stepSeconds">From one step to the next.</param>
public sealed class BodyTrack(int bodies, double stepSeconds)
{
    private readonly List<Pose[]> _steps = [];

    /// <summary>The time of the last step; below 0 while there is none.</summary>
    public double EndSeconds => (_steps.Count - 1) * stepSeconds;

    /// <summary>Adds the next step, the first one at time 0.</summary>
    /// <param name="poses">By body.</param>
    public void Add(Pose[] poses)
    {
        ArgumentNullException.ThrowIfNull(poses);
        if (poses.Length != bodies)
        {
            throw new ArgumentException($"There are {bodies} bodies, not {poses.Length}.", nameof(poses));
        }

        _steps.Add(poses);
    }

    /// <summary>The pose of a body at an instant; the first or last one outside of what was simulated.</summary>
    public Pose At(int body, double seconds)
    {
        double step = Math.Clamp(seconds / stepSeconds, 0, _steps.Count - 1);
        int before = Math.Min((int)step, _steps.Count - 1), after = Math.Min(before + 1, _steps.Count - 1);
        return Between(_steps[before][body], _steps[after][body], step - before);
    }

    private static Pose Between(Pose a, Pose b, double share) => share <= 0 ? a : new(
        ((1 - share) * a.Position) + (share * b.Position),
        Turned(a.Rotation, b.Rotation, share));

    // Two steps are so near that the normalised mean is an even turn. The sign is that of the shorter way.
    private static Quaterniond Turned(Quaterniond a, Quaterniond b, double share)
    {
        double sign = (a.X * b.X) + (a.Y * b.Y) + (a.Z * b.Z) + (a.W * b.W) < 0 ? -share : share, rest = 1 - share;
        return new Quaterniond((rest * a.X) + (sign * b.X), (rest * a.Y) + (sign * b.Y), (rest * a.Z) + (sign * b.Z), (rest * a.W) + (sign * b.W)).Normalized();
    }
}

using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Robots;

/// <summary>How a joint stands at an instant.</summary>
/// <param name="Joint">Which.</param>
/// <param name="Position">As its zero: rad, m, or several numbers.</param>
/// <param name="Velocity">Its change in a second.</param>
/// <param name="Effort">What drives it, N m or N; null where nothing but the scenario does.</param>
public readonly record struct JointReading(ArticulatedJoint Joint, IReadOnlyList<double> Position, IReadOnlyList<double> Velocity, double? Effort)
{
    /// <summary>Where a link that is moved by forces begins; null of others.</summary>
    public IReadOnlyList<double>? Start { get; init; }
}

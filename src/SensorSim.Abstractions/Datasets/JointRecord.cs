namespace SensorSim.Datasets;

/// <summary>How a joint of a robot stands at the instant of the labels.</summary>
/// <param name="Name">As the robot's model has it.</param>
/// <param name="Type">"revolute" (rad), "prismatic" (m) or "ball" (a quaternion x, y, z, w).</param>
/// <param name="Position">One number, or four.</param>
/// <param name="Velocity">One number, rad/s or m/s; or three, rad/s in the link's frame.</param>
public sealed record JointRecord(string Name, string Type, IReadOnlyList<double> Position, IReadOnlyList<double> Velocity)
{
    /// <summary>What its motor gives, N m or N; null where it has none that counts.</summary>
    public double? Effort { get; init; }
}

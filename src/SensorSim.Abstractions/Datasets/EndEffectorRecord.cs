namespace SensorSim.Datasets;

/// <summary>A hand of a robot at the instant of the labels.</summary>
/// <param name="Name">Of its link.</param>
/// <param name="Pose">Of the link in world space: x, y, z in metres, qx, qy, qz, qw.</param>
/// <param name="Gripper">Positions of its fingers' joints, rad or m.</param>
public sealed record EndEffectorRecord(string Name, IReadOnlyList<double> Pose, IReadOnlyList<double> Gripper);

namespace SensorSim.Physics;

/// <summary>How a joint stands, as <see cref="JointType"/> lists it.</summary>
/// <param name="Position">Counts from the pose in the description; a revolute joint's angle goes on beyond a turn.</param>
/// <param name="Velocity">Its change in a second; angular velocities in the child's frame.</param>
public readonly record struct JointState(IReadOnlyList<double> Position, IReadOnlyList<double> Velocity);

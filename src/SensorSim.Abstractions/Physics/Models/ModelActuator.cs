namespace SensorSim.Physics;

/// <summary>A motor at a joint, as far as it is a servo: force = stiffness (target − position) − damping × velocity, in N m or N.</summary>
/// <param name="Name">As the file says.</param>
/// <param name="Joint">Place of the joint.</param>
/// <param name="Stiffness">0 of a motor that is given forces.</param>
/// <param name="Damping">Beside that of the joint.</param>
/// <param name="LargestForce">Null is without end.</param>
public sealed record ModelActuator(string Name, int Joint, double Stiffness, double Damping, double? LargestForce);

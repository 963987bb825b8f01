namespace SensorSim.Plugins.PhysicsOde.Native;

/// <summary><c>dJointFeedback</c>: forces and torques on the first and the second body, which the library writes.</summary>
internal readonly record struct JointFeedback(Vector4 FirstForce, Vector4 FirstTorque, Vector4 SecondForce, Vector4 SecondTorque);

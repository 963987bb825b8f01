namespace SensorSim.Physics;

/// <summary>All that the future of a world depends on, for worlds of the same description, parameters and backend.</summary>
/// <param name="Steps">Steps from the beginning.</param>
/// <param name="State">The backend's own bytes.</param>
public sealed record PhysicsSnapshot(long Steps, ReadOnlyMemory<byte> State);

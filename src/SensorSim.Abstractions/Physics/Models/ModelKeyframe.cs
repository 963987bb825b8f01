namespace SensorSim.Physics;

/// <summary>A pose that the file names.</summary>
/// <param name="Name">Its name, or its number where it has none.</param>
/// <param name="Positions">By joint, as <see cref="ModelJoint.Zero"/>.</param>
public sealed record ModelKeyframe(string Name, IReadOnlyList<IReadOnlyList<double>> Positions);

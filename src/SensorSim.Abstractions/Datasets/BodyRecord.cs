namespace SensorSim.Datasets;

/// <summary>How a body moves.</summary>
/// <param name="Name">Of the object.</param>
/// <param name="LinearVelocityMS">Of its centre of mass, along world axes, m/s.</param>
/// <param name="AngularVelocityRadS">About world axes, rad/s.</param>
public sealed record BodyRecord(string Name, IReadOnlyList<double> LinearVelocityMS, IReadOnlyList<double> AngularVelocityRadS);

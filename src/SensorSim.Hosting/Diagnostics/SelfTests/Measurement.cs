namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>A number that a device must get right.</summary>
/// <param name="Quantity">What was measured, with its unit: "depth of a plane at 5 m, m".</param>
/// <param name="Expected">What it must be.</param>
/// <param name="Measured">What the device gave.</param>
/// <param name="Tolerance">Largest allowed difference; 0 for exact.</param>
public sealed record Measurement(string Quantity, double Expected, double Measured, double Tolerance)
{
    /// <summary>False for anything that is not a number, too.</summary>
    public bool Passed => Math.Abs(Measured - Expected) <= Tolerance;
}

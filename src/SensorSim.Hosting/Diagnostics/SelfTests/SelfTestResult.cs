namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>One line of <c>selftest</c>.</summary>
/// <param name="Name">The case.</param>
/// <param name="Measurement">What it measured; null when it could not finish.</param>
/// <param name="Error">Why it could not finish.</param>
public sealed record SelfTestResult(string Name, Measurement? Measurement, string? Error)
{
    public bool Passed => Measurement is { Passed: true };
}

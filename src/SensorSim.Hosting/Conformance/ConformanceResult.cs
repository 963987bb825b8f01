namespace SensorSim.Hosting.Conformance;

/// <summary>What a check found out about a plugin.</summary>
/// <param name="Id">Of the check, such as <c>random.frames</c>.</param>
/// <param name="Promise">What it asks for, one sentence.</param>
/// <param name="Outcome">Kept, broken or not made.</param>
/// <param name="Measured">The figure; null when nothing was measured.</param>
/// <param name="Tolerance">What the figure must be, such as <c>at most 4 (standard errors)</c>; empty when nothing was measured.</param>
/// <param name="Note">Where the worst was seen, why it was skipped, or what went wrong.</param>
public sealed record ConformanceResult(string Id, string Promise, ConformanceOutcome Outcome, double? Measured, string Tolerance, string Note);

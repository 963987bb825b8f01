namespace SensorSim.Hosting.Divergence;

/// <summary>How far a body is from itself in another episode.</summary>
/// <param name="Name">Of its object.</param>
/// <param name="PartsAtSeconds">When it first is farther or turned more than it may be; null when it never is.</param>
/// <param name="LargestMetres">Between the centres of mass.</param>
/// <param name="FinalMetres">At the end.</param>
/// <param name="LargestDegrees">Between the turns.</param>
/// <param name="FinalDegrees">At the end.</param>
public sealed record BodyDivergence(string Name, double? PartsAtSeconds, double LargestMetres, double FinalMetres, double LargestDegrees, double FinalDegrees);

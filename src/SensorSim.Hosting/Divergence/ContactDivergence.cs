namespace SensorSim.Hosting.Divergence;

/// <summary>When two bodies first touched in two episodes.</summary>
/// <param name="BodyA">Name of one.</param>
/// <param name="BodyB">Name of the other.</param>
/// <param name="ReferenceSeconds">Null when they never did.</param>
/// <param name="VariantSeconds">As <paramref name="ReferenceSeconds"/>.</param>
public sealed record ContactDivergence(string BodyA, string BodyB, double? ReferenceSeconds, double? VariantSeconds)
{
    /// <summary>Null when they touched in one of both only.</summary>
    public double? LaterSeconds => VariantSeconds - ReferenceSeconds;
}

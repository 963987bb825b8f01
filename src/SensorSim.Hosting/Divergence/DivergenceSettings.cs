namespace SensorSim.Hosting.Divergence;

/// <summary>What episodes are compared over.</summary>
public sealed record DivergenceSettings
{
    /// <summary>By what share friction goes up and down.</summary>
    public double FrictionShare { get; init; } = 0.05;

    /// <summary>By what share restitution goes up and down.</summary>
    public double RestitutionShare { get; init; } = 0.05;

    /// <summary>By what share mass and moments of all dynamic bodies go up and down.</summary>
    public double MassShare { get; init; } = 0.05;

    /// <summary>How long; null is the scenario's episode.</summary>
    public double? Seconds { get; init; }

    /// <summary>Two bodies have parted that are farther from each other, metres.</summary>
    public double PartedMetres { get; init; } = 0.001;

    /// <summary>Or turned by more, degrees.</summary>
    public double PartedDegrees { get; init; } = 0.5;

    /// <summary>A body ends at the same place when it is nearer to it, metres.</summary>
    public double AgreedMetres { get; init; } = 0.01;

    /// <summary>And turned by less, degrees.</summary>
    public double AgreedDegrees { get; init; } = 5;
}

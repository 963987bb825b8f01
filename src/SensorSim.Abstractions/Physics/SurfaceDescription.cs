namespace SensorSim.Physics;

/// <summary>How a body's surface meets another. Two surfaces together: friction is the geometric mean of both, restitution the larger.</summary>
public sealed record SurfaceDescription
{
    /// <summary>Coulomb's coefficient, at rest and sliding alike; 0 is ice without end.</summary>
    public double Friction { get; init; } = 0.5;

    /// <summary>
    /// Newton's coefficient: speed apart after a contact for each speed together before, along the normal, from 0 to 1. Contacts slower than
    /// <see cref="WorldDescription.RestitutionSpeed"/> do not bounce.
    /// </summary>
    public double Restitution { get; init; }

    /// <summary>The rule that both of a pair's coefficients of friction make one by: √(a b).</summary>
    public static double CombineFriction(double a, double b) => Math.Sqrt(a * b);

    /// <summary>The rule of restitution: the larger.</summary>
    public static double CombineRestitution(double a, double b) => Math.Max(a, b);
}

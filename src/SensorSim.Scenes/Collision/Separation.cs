using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>How far two hulls are apart.</summary>
/// <param name="Distance">Metres; 0 where they overlap. Infinity where they are farther apart than was asked for.</param>
/// <param name="Normal">From the second to the first, unit length; zero where they overlap.</param>
/// <param name="OnFirst">The nearest point of the first.</param>
/// <param name="OnSecond">The nearest point of the second.</param>
internal readonly record struct Separation(double Distance, Vector3d Normal, Vector3d OnFirst, Vector3d OnSecond)
{

    public static Separation Overlap { get; } = new(0, Vector3d.Zero, Vector3d.Zero, Vector3d.Zero);

    /// <summary>Metres that the hulls are apart for certain.</summary>
    public double AtLeast { get; private init; } = Distance;

    /// <summary>Farther apart than was asked for.</summary>
    /// <param name="atLeast">Metres that are known.</param>
    public static Separation Beyond(double atLeast) => new(double.PositiveInfinity, Vector3d.Zero, Vector3d.Zero, Vector3d.Zero) { AtLeast = atLeast };
}

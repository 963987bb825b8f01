using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>How heavy a body is, and how hard to turn.</summary>
public sealed record MassDescription
{
    /// <summary>kg, above 0.</summary>
    public required double Kilograms { get; init; }

    /// <summary>In the body's frame, metres.</summary>
    public Vector3d Centre { get; init; }

    /// <summary>Principal moments of inertia about the centre, kg m²: each above 0 and none larger than the sum of the others.</summary>
    public required Vector3d Moments { get; init; }

    /// <summary>Turns the principal axes (x, y, z in the order of <see cref="Moments"/>) into the body's frame.</summary>
    public Quaterniond Axes { get; init; } = Quaterniond.Identity;

    /// <summary>A solid box of even density.</summary>
    /// <param name="kilograms">Its mass.</param>
    /// <param name="size">From side to side, metres.</param>
    public static MassDescription OfBox(double kilograms, Vector3d size)
    {
        (double x, double y, double z) = (size.X * size.X, size.Y * size.Y, size.Z * size.Z);
        return new() { Kilograms = kilograms, Moments = kilograms / 12 * new Vector3d(y + z, x + z, x + y) };
    }

    /// <summary>A solid ball of even density.</summary>
    /// <param name="kilograms">Its mass.</param>
    /// <param name="radius">Metres.</param>
    public static MassDescription OfSphere(double kilograms, double radius) =>
        new() { Kilograms = kilograms, Moments = 0.4 * kilograms * radius * radius * new Vector3d(1, 1, 1) };
}

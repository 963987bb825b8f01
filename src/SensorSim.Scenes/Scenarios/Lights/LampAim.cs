using SensorSim.Geometry;

namespace SensorSim.Scenes.Scenarios.Lights;

/// <summary>Which way a lamp shines: from a place in the sky, or at a point.</summary>
/// <param name="AzimuthDegrees">Where its light comes from: 0 is +Z, 90 +X.</param>
/// <param name="ElevationDegrees">How high above the horizon its light comes from.</param>
public sealed record LampAim(double AzimuthDegrees, double ElevationDegrees)
{
    private const double RadiansPerDegree = Math.PI / 180;

    /// <summary>From straight above.</summary>
    public static LampAim Down { get; } = new(0, 90);

    /// <summary>The point that it shines at, metres, world, in place of the angles; null where these say it.</summary>
    public Vector3d? LookAt { get; init; }

    /// <summary>The turn of a lamp that stands somewhere; unturned it shines along -Z.</summary>
    /// <param name="place">Metres, world; not <see cref="LookAt"/>.</param>
    public Quaterniond TurnAt(Vector3d place) => LookAt is { } point ? From((place - point).Normalized()) : Turn(AzimuthDegrees * RadiansPerDegree, ElevationDegrees * RadiansPerDegree);

    private static Quaterniond From(Vector3d direction) => Turn(Math.Atan2(direction.X, direction.Z), Math.Asin(Math.Clamp(direction.Y, -1, 1)));

    private static Quaterniond Turn(double azimuth, double elevation) =>
        Quaterniond.FromAxisAngle(Vector3d.UnitY, azimuth) * Quaterniond.FromAxisAngle(Vector3d.UnitX, -elevation);
}

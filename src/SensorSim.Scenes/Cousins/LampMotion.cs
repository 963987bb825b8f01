using SensorSim.Geometry;

namespace SensorSim.Scenes.Cousins;

/// <summary>How a cousin moves one lamp: its light comes from another direction, and it is shifted along world axes.</summary>
internal readonly record struct LampMotion
{
    /// <summary>Metres.</summary>
    public Vector3d Offset { get; init; }

    /// <summary>Where its light comes from: 0 is +Z, 90 +X; null as it is.</summary>
    public double? AzimuthDegrees { get; init; }

    /// <summary>How high above the horizon its light comes from; null as it is.</summary>
    public double? ElevationDegrees { get; init; }

    /// <summary>The motion as a world-to-world transform, for a lamp at rest; it shines along its -Z.</summary>
    public Matrix4x4d From(Matrix4x4d lampToWorld)
    {
        Vector3d at = lampToWorld.Translation, from = lampToWorld.ColumnZ.Normalized();
        return Matrix4x4d.FromTrs(at + Offset, Turn(from), new(1, 1, 1)) * Matrix4x4d.FromTranslation(-at);
    }

    private Quaterniond Turn(Vector3d from)
    {
        if (AzimuthDegrees is null && ElevationDegrees is null)
        {
            return Quaterniond.Identity;
        }

        double before = Math.Atan2(from.X, from.Z), after = AzimuthDegrees is { } azimuth ? azimuth * (Math.PI / 180) : before;
        double height = Math.Asin(Math.Clamp(from.Y, -1, 1)), wanted = ElevationDegrees is { } elevation ? elevation * (Math.PI / 180) : height;
        // About the vertical, then up about the level axis across.
        var across = new Vector3d(-Math.Cos(after), 0, Math.Sin(after));
        return Quaterniond.FromAxisAngle(across, wanted - height) * Quaterniond.FromAxisAngle(Vector3d.UnitY, after - before);
    }
}

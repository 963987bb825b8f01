using SensorSim.Geometry;

namespace SensorSim.Scenes.Cousins;

/// <summary>How a cousin moves one object: a turn about the vertical axis through its origin, then a shift along world axes.</summary>
/// <param name="YawDegrees">About +Y.</param>
/// <param name="Offset">Metres.</param>
internal readonly record struct ObjectMotion(double YawDegrees, Vector3d Offset)
{
    /// <summary>The motion as a world-to-world transform, for an object whose origin is at <paramref name="origin"/>.</summary>
    public Matrix4x4d About(Vector3d origin)
    {
        Quaterniond turn = Quaterniond.FromAxisAngle(Vector3d.UnitY, YawDegrees * (Math.PI / 180));
        return Matrix4x4d.FromTrs(origin + Offset, turn, new(1, 1, 1)) * Matrix4x4d.FromTranslation(-origin);
    }
}

using SensorSim.Geometry;

namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>
/// How a sample moves a camera from where the scenario puts it: about the point that it looks at, then aside along world axes, then about its own axes: to the left, up, and
/// clockwise about where it looks.
/// </summary>
public readonly record struct CameraMotion()
{
    /// <summary>No camera stands more steeply over what it looks at, or under it: beyond is the other side.</summary>
    public const double SteepestDegrees = 89.9;

    /// <summary>About the vertical through the target; counter-clockwise as seen from above.</summary>
    public double AzimuthDegrees { get; init; }

    /// <summary>Higher above the target.</summary>
    public double ElevationDegrees { get; init; }

    /// <summary>Multiplies the distance to the target.</summary>
    public double DistanceScale { get; init; } = 1;

    /// <summary>Along world axes, metres; the way that it looks stays.</summary>
    public Vector3d Offset { get; init; }

    /// <summary>To the left.</summary>
    public double YawDegrees { get; init; }

    /// <summary>Up.</summary>
    public double PitchDegrees { get; init; }

    /// <summary>Clockwise about the way that it looks.</summary>
    public double RollDegrees { get; init; }

    /// <summary>Where a camera stands that moves about its target; degrees above it.</summary>
    public static double ElevationOf(CameraPose.LookAt pose)
    {
        ArgumentNullException.ThrowIfNull(pose);
        Vector3d arm = pose.From - pose.Target;
        return Math.Asin(Math.Clamp(arm.Y / arm.Length, -1, 1)) * (180 / Math.PI);
    }

    /// <summary>The two points of a camera that moves about its target.</summary>
    public CameraPose.LookAt About(CameraPose.LookAt pose)
    {
        ArgumentNullException.ThrowIfNull(pose);
        if (AzimuthDegrees == 0 && ElevationDegrees == 0 && DistanceScale == 1)
        {
            return pose;
        }

        Vector3d arm = pose.From - pose.Target;
        double across = Math.Atan2(arm.X, arm.Z) + Radians(AzimuthDegrees);
        double up = Radians(Math.Clamp(ElevationOf(pose) + ElevationDegrees, -SteepestDegrees, SteepestDegrees));
        var direction = new Vector3d(Math.Cos(up) * Math.Sin(across), Math.Sin(up), Math.Cos(up) * Math.Cos(across));
        return pose with { From = pose.Target + (arm.Length * DistanceScale * direction) };
    }

    /// <summary>A pose moved aside and turned about its own axes.</summary>
    /// <param name="cameraToWorld">Before.</param>
    public Matrix4x4d Aside(Matrix4x4d cameraToWorld)
    {
        if (Offset == Vector3d.Zero && YawDegrees == 0 && PitchDegrees == 0 && RollDegrees == 0)
        {
            return cameraToWorld;
        }

        // The camera looks along +Z with +Y down.
        Quaterniond turn = Quaterniond.FromAxisAngle(-Vector3d.UnitY, Radians(YawDegrees))
            * Quaterniond.FromAxisAngle(Vector3d.UnitX, Radians(PitchDegrees))
            * Quaterniond.FromAxisAngle(Vector3d.UnitZ, Radians(RollDegrees));
        return Matrix4x4d.FromTranslation(Offset) * cameraToWorld * Matrix4x4d.FromTrs(Vector3d.Zero, turn, new(1, 1, 1));
    }

    private static double Radians(double degrees) => degrees * (Math.PI / 180);
}

using SensorSim.Geometry;

namespace SensorSim.Datasets.Audit;

/// <summary>One object that a frame shows, as the measures of its labels see it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Object">Has at least one visible pixel.</param>
internal sealed record ObjectSighting(FrameRecord Frame, ObjectRecord Object)
{
    private const double Degenerate = 1e-12;

    /// <summary>Edge of a square as large as the tight box, pixels; null without that box.</summary>
    public double? BoxSidePixels => Object.BboxTight is { Count: 4 } box ? Math.Sqrt(box[2] * box[3]) : null;

    /// <summary>From the camera to the middle of the 3D box, metres; null without that box.</summary>
    public double? DistanceMetres => CenterInCamera?.Length;

    /// <summary>
    /// Where the camera is, around the object's own +Y: degrees from 0 to 360, 0 in front of it (glTF: an asset's front faces its +Z), 90 at its left (+X).
    /// Null without a 3D box, and for a camera straight above or below.
    /// </summary>
    public double? AzimuthDegrees => TowardsCamera is { } d && Math.Sqrt((d.X * d.X) + (d.Z * d.Z)) > Degenerate
        ? ((Math.Atan2(d.X, d.Z) * 180 / Math.PI) + 360) % 360
        : null;

    /// <summary>How far the camera is above the plane across the object's own +Y: degrees from -90 to 90. Null without a 3D box.</summary>
    public double? ElevationDegrees => TowardsCamera is { } d ? Math.Asin(Math.Clamp(d.Y / d.Length, -1, 1)) * 180 / Math.PI : null;

    private Vector3d? CenterInCamera => Object.Box3d is { CenterM: [double x, double y, double z] } ? new Vector3d(x, y, z) : null;

    /// <summary>In the object's own axes, without their scale; a mirrored object keeps its front.</summary>
    private Vector3d? TowardsCamera
    {
        get
        {
            if (CenterInCamera is not { } center) return null;
            var object3d = Matrix4x4d.FromRowMajor(Object.ObjectToWorld);
            Vector3d direction = -Matrix4x4d.FromRowMajor(Frame.CameraToWorld).TransformDirection(center);
            return Along(object3d.ColumnX, direction) is { } x && Along(object3d.ColumnY, direction) is { } y && Along(object3d.ColumnZ, direction) is { } z
                && new Vector3d(x, y, z) is { Length: > Degenerate } found ? found : null;
        }
    }

    private static double? Along(Vector3d axis, Vector3d direction) => axis.Length > Degenerate ? Vector3d.Dot(axis, direction) / axis.Length : null;
}

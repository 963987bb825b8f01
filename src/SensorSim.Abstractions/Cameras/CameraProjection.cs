using SensorSim.Geometry;

namespace SensorSim.Cameras;

/// <summary>
/// How points in the camera frame (+X right, +Y down, +Z forward, metres) come to lie on the image plane, in units of the focal length: a pixel is
/// (fx · X + cx, fy · Y + cy). Equal projections are equal by value.
/// </summary>
public abstract record CameraProjection
{
    private protected CameraProjection()
    {
    }

    /// <summary>X / Z, Y / Z.</summary>
    public static CameraProjection Pinhole { get; } = new PinholeProjection();

    /// <summary>X, Y: parallel rays along +Z. The focal length is in pixels for each metre.</summary>
    public static CameraProjection Orthographic { get; } = new OrthographicProjection();

    /// <summary>As the frame record names it: "pinhole".</summary>
    public abstract string Model { get; }

    /// <summary>Coefficients by name; empty where there are none.</summary>
    public virtual IReadOnlyDictionary<string, double> Distortion => new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Whether straight lines stay straight and the whole image lies before the camera, so that a rasterizer can draw it.</summary>
    public virtual bool KeepsLines => true;

    /// <summary>How far to the right the image begins anew; null where no point is seen again.</summary>
    public virtual double? HorizontalPeriod => null;

    /// <summary>Where a point is seen; null when this projection has no place for it.</summary>
    public abstract ImagePoint? Project(in Vector3d point);

    /// <summary>What is seen at a place; null beyond the edge of what the lens can see.</summary>
    public abstract CameraRay? Unproject(in ImagePoint place);
}

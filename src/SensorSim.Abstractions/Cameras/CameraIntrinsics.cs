using SensorSim.Geometry;

namespace SensorSim.Cameras;

/// <summary>
/// Image size and projection in OpenCV's convention: an integer pixel coordinate is the pixel's centre, so a centred principal point is
/// ((W-1)/2, (H-1)/2). Lengths are pixels; of an orthographic camera, Fx and Fy are pixels for each metre.
/// </summary>
public sealed record CameraIntrinsics(int Width, int Height, double Fx, double Fy, double Cx, double Cy)
{
    /// <summary>The largest image side that a device must support, in pixels.</summary>
    public const int MaximumSide = 16384;

    /// <summary>How rays meet the image plane.</summary>
    public CameraProjection Projection { get; init; } = CameraProjection.Pinhole;

    /// <summary>A pinhole with square pixels and a centred principal point, from the horizontal field of view of the whole image.</summary>
    public static CameraIntrinsics FromHorizontalFieldOfView(int width, int height, double radians) =>
        Centred(width, height, width / (2 * Math.Tan(radians / 2)));

    /// <summary>A pinhole with square pixels and a centred principal point, from the vertical field of view of the whole image.</summary>
    public static CameraIntrinsics FromVerticalFieldOfView(int width, int height, double radians) =>
        Centred(width, height, height / (2 * Math.Tan(radians / 2)));

    /// <summary>Square pixels and a centred principal point.</summary>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="focal">Pixels; for an orthographic camera, pixels for each metre.</param>
    public static CameraIntrinsics Centred(int width, int height, double focal) =>
        new(width, height, focal, focal, (width - 1) / 2.0, (height - 1) / 2.0);

    /// <summary>Where a point in the camera frame (metres) is seen, pixels, perhaps outside the image; null when the projection has no place for it.</summary>
    public ImagePoint? Project(in Vector3d point) =>
        Projection.Project(point) is { } place ? new ImagePoint((Fx * place.X) + Cx, (Fy * place.Y) + Cy) : null;

    /// <summary>What is seen at a pixel; null beyond the edge of what the lens can see.</summary>
    public CameraRay? RayThrough(double column, double row) => Projection.Unproject(new((column - Cx) / Fx, (row - Cy) / Fy));
}

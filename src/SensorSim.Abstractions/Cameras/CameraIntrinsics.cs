namespace SensorSim.Cameras;

/// <summary>
/// A pinhole camera in OpenCV's convention: an integer pixel coordinate is the pixel's centre, so a centred
/// principal point is ((W-1)/2, (H-1)/2). Lengths are pixels.
/// </summary>
public sealed record CameraIntrinsics(int Width, int Height, double Fx, double Fy, double Cx, double Cy)
{
    /// <summary>The largest image side that a device must support, in pixels.</summary>
    public const int MaximumSide = 16384;

    /// <summary>Square pixels and a centred principal point, from the horizontal field of view of the whole image.</summary>
    public static CameraIntrinsics FromHorizontalFieldOfView(int width, int height, double radians) =>
        Centred(width, height, width / (2 * Math.Tan(radians / 2)));

    /// <summary>Square pixels and a centred principal point, from the vertical field of view of the whole image.</summary>
    public static CameraIntrinsics FromVerticalFieldOfView(int width, int height, double radians) =>
        Centred(width, height, height / (2 * Math.Tan(radians / 2)));

    private static CameraIntrinsics Centred(int width, int height, double focal) =>
        new(width, height, focal, focal, (width - 1) / 2.0, (height - 1) / 2.0);
}

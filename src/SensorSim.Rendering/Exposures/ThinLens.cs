using SensorSim.Cameras;

namespace SensorSim.Rendering.Exposures;

/// <summary>
/// A lens that is sharp at one distance. The blur disc of a point at depth s₂ is A · fx · |s₂ − s₁| / (s₁ · s₂) pixels wide, A the aperture's
/// diameter, s₁ the focus distance and fx the focal length in pixels.
/// </summary>
/// <param name="ApertureDiameterMetres">Focal length over f-number.</param>
/// <param name="FocusMetres">Depth that is sharp.</param>
public sealed record ThinLens(double ApertureDiameterMetres, double FocusMetres)
{
    /// <summary>Diameter of the blur disc of a point, pixels.</summary>
    public double BlurPixels(double depthMetres, CameraIntrinsics camera)
    {
        ArgumentNullException.ThrowIfNull(camera);
        return ApertureDiameterMetres * camera.Fx * Math.Abs((1 / FocusMetres) - (1 / depthMetres));
    }

    /// <summary>A point of the aperture.</summary>
    /// <param name="u">0 to 1: the squared distance from the axis over the aperture's squared radius.</param>
    /// <param name="v">0 to 1: the angle in turns.</param>
    public AperturePoint Point(double u, double v)
    {
        double radius = ApertureDiameterMetres / 2 * Math.Sqrt(u);
        (double y, double x) = Math.SinCos(2 * Math.PI * v);
        return new(radius * x, radius * y, FocusMetres, ApertureDiameterMetres / 2 / FocusMetres);
    }

    /// <summary>A pinhole camera as seen through one point of the aperture: it stands aside and still sees the focus plane in its place.</summary>
    /// <param name="camera">Through the aperture's centre.</param>
    /// <param name="point">Of the aperture.</param>
    public CameraView Through(CameraView camera, AperturePoint point)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(point);
        (double x, double y) = (point.XMetres, point.YMetres);
        CameraIntrinsics k = camera.Intrinsics;
        return camera with
        {
            Intrinsics = k with { Cx = k.Cx + (k.Fx * x / FocusMetres), Cy = k.Cy + (k.Fy * y / FocusMetres) },
            CameraToWorld = camera.CameraToWorld * Geometry.Matrix4x4d.FromTranslation(new(x, y, 0)),
        };
    }
}

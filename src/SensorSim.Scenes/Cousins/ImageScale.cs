using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.Scenes.Cousins;

/// <summary>A camera's intrinsics, from what its scenario, its lens or the scene's own camera says of its field of view.</summary>
public static class ImageScale
{
    /// <param name="camera">As the scenario has it.</param>
    /// <param name="inScene">The scene's camera that it stands in for; null for one that stands by itself.</param>
    /// <param name="projection">Its lens, or a pinhole.</param>
    /// <exception cref="ArgumentException">Nothing says how large the camera sees things, or its lens cannot.</exception>
    public static CameraIntrinsics Of(CameraSettings camera, Camera? inScene, CameraProjection projection)
    {
        ArgumentNullException.ThrowIfNull(camera);
        if (WhyImpossible(camera, projection) is { } problem)
        {
            throw new ArgumentException(problem, nameof(camera));
        }

        (int width, int height) = (camera.Width, camera.Height);
        if (camera.Intrinsics is { } k)
        {
            return new(width, height, k.Fx, k.Fy ?? k.Fx, k.Cx ?? ((width - 1) / 2.0), k.Cy ?? ((height - 1) / 2.0)) { Projection = projection };
        }

        if ((camera.OrthographicWidthMetres ?? (camera.HorizontalFieldOfViewDegrees is null ? WidthOf(inScene, camera) : null)) is { } metres)
        {
            return CameraIntrinsics.Centred(width, height, width / metres) with { Projection = CameraProjection.Orthographic };
        }

        if ((camera.HorizontalFieldOfViewDegrees ?? DefaultOf(projection)) is { } degrees)
        {
            return projection == CameraProjection.Pinhole
                ? CameraIntrinsics.FromHorizontalFieldOfView(width, height, degrees * (Math.PI / 180))
                : CameraIntrinsics.Centred(width, height, width / 2.0 / AtAngle(projection, degrees * (Math.PI / 360))!.Value.X) with { Projection = projection };
        }

        double vertical = inScene?.VerticalFieldOfView ?? throw new ArgumentException($"The camera '{camera.Name}' has no field of view.", nameof(camera));
        return CameraIntrinsics.FromVerticalFieldOfView(width, height, vertical) with { Projection = projection };
    }

    /// <summary>What keeps a lens from showing a camera's field of view; null when nothing does.</summary>
    public static string? WhyImpossible(CameraSettings camera, CameraProjection projection)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(projection);
        if (camera is { Intrinsics: not null } or { OrthographicWidthMetres: not null })
        {
            return camera.OrthographicWidthMetres is not null && projection != CameraProjection.Pinhole ? "an orthographic camera has no lens: leave out one of the two" : null;
        }

        double? degrees = camera.HorizontalFieldOfViewDegrees ?? DefaultOf(projection);
        return degrees is null ? (camera.Pose is CameraPose.LookAt ? "the camera says neither hfov_deg nor fx" : null)
            : AtAngle(projection, degrees.Value * (Math.PI / 360)) is { X: > 0 and < 1e9 } ? null
            : FormattableString.Invariant($"the camera's {projection.Model} lens cannot show {degrees} degrees: it sees nothing at that angle, or bends it back; choose a smaller hfov_deg, or other coefficients");
    }

    private static double? DefaultOf(CameraProjection projection) => (projection as LensProjection)?.Lens.DefaultHorizontalFieldOfViewDegrees;

    // The image's right edge; exactly behind there is no right and left.
    private static ImagePoint? AtAngle(CameraProjection projection, double radians)
    {
        (double sin, double cos) = Math.SinCos(Math.Min(radians, Math.PI));
        return projection.Project(new Vector3d(Math.Max(sin, 0), 0, cos));
    }

    private static double? WidthOf(Camera? inScene, CameraSettings camera) =>
        inScene?.OrthographicHalfHeight is { } half ? 2 * half * camera.Width / camera.Height : null;
}

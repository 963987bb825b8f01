using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Hosting.Runs.Sources;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Labels;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>
/// What is rendered when a scene file comes without a scenario: one sample in the built-in studio, playing the file's animation, seen by cameras
/// <c>view0</c>, <c>view1</c>, … on an orbit around the scene's bounding sphere. Vertical field of view 40°, elevation 15°,
/// azimuth 360°·i/N from +Z, distance radius / sin 20°. Through a lens with a field of view of its own, a panorama's 360°, they see all of that.
/// </summary>
internal static class OrbitScenario
{
    private const double HalfFieldOfView = 20 * Math.PI / 180;
    private const int Width = 640;
    private const int Height = 480;

    private static readonly KeyPositions s_options = new(default, new Dictionary<string, SourcePosition>(StringComparer.Ordinal)
    {
        ["environment.hdr"] = new("--hdr", 0, 0),
        ["variant"] = new("--variant", 0, 0),
        ["animation"] = new("--animation", 0, 0),
    });

    /// <param name="request">What is asked for.</param>
    /// <param name="scene">What is seen.</param>
    /// <param name="projection">The lens of <see cref="RunRequest.Sensors"/>, or a pinhole.</param>
    /// <exception cref="RequestException">The lens cannot show what the orbit's cameras see.</exception>
    public static Scenario Of(RunRequest request, LoadedScene scene, CameraProjection projection) => new()
    {
        Id = Path.GetFileNameWithoutExtension(scene.Name),
        Version = "1.0.0",
        File = request.ScenePath!,
        Sha256 = scene.Assets[scene.Name],
        Scene = scene.Name,
        Keys = s_options,
        Environment = request.Environment,
        EmissiveLights = request.EmissiveLights,
        Cameras = Cameras(request, SceneBounds.Of(WithoutPlanes(scene.Scene)), projection),
        Variant = request.Variant,
        Animation = request.Animation,
        Episode = request.Episode,
        Labels = request.Labels ?? LabelSet.Default,
    };

    // What has no end would put everything else far away.
    private static Scene WithoutPlanes(Scene scene) => scene.Articulation.Planes.Count == 0
        ? scene
        : scene with { Nodes = [.. scene.Nodes.Select((node, i) => scene.Articulation.Planes.Contains(i) ? node with { InScene = false } : node)] };

    /// <summary>The orbit. A scene without extent is seen from one metre.</summary>
    private static CameraSettings[] Cameras(RunRequest request, SceneBounds bounds, CameraProjection projection)
    {
        Vector3d centre = 0.5 * (bounds.Min + bounds.Max);
        double distance = bounds.Diagonal > 0 ? bounds.Diagonal / 2 / Math.Sin(HalfFieldOfView) : 1;
        (int width, int height, double? degrees) = FormatOf(request, projection);
        CameraSettings[] cameras = [.. Enumerable.Range(0, request.Views).Select(i =>
        {
            var pose = new CameraPose.LookAt(centre + (distance * Direction(2 * Math.PI * i / request.Views, request.ElevationDegrees * Math.PI / 180)), centre);
            return new CameraSettings(FormattableString.Invariant($"view{i}"), width, height, pose)
            {
                HorizontalFieldOfViewDegrees = degrees,
                Sensor = request.Sensors,
            };
        })];
        return ImageScale.WhyImpossible(cameras[0], projection) is null
            ? cameras
            : throw new RequestException([FormattableString.Invariant(
                $"--sensor {(projection as LensProjection)?.Id}: with these coefficients the lens cannot show the {degrees:F1} degrees that the orbit's cameras see: it sees nothing at that angle, or bends it back. Choose other coefficients, or a smaller --width for the same --height.")]);
    }

    // A lens with a field of view of its own shows all of it: a panorama is twice as wide as high.
    private static (int Width, int Height, double? HorizontalDegrees) FormatOf(RunRequest request, CameraProjection projection)
    {
        if (projection is LensProjection { Lens.DefaultHorizontalFieldOfViewDegrees: not null })
        {
            int across = request.Width ?? (2 * request.Height) ?? Width;
            return (Math.Min(across, CameraIntrinsics.MaximumSide), request.Height ?? Math.Max(across / 2, 1), null);
        }

        (int width, int height) = (request.Width ?? Width, request.Height ?? Height);
        return (width, height, 2 * Math.Atan(Math.Tan(HalfFieldOfView) * width / height) * 180 / Math.PI);
    }

    private static Vector3d Direction(double azimuth, double elevation) =>
        new(Math.Sin(azimuth) * Math.Cos(elevation), Math.Sin(elevation), Math.Cos(azimuth) * Math.Cos(elevation));
}

using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// What is rendered when a scene file comes without a scenario: one sample in the built-in studio, playing the file's animation, seen by cameras
/// <c>view0</c>, <c>view1</c>, … on an orbit around the scene's bounding sphere. Vertical field of view 40°, elevation 15°,
/// azimuth 360°·i/N from +Z, distance radius / sin 20°.
/// </summary>
internal static class OrbitScenario
{
    private const double HalfFieldOfView = 20 * Math.PI / 180;

    public static Scenario Of(RunRequest request, LoadedScene scene) => new()
    {
        Id = Path.GetFileNameWithoutExtension(scene.Name),
        Version = "1.0.0",
        File = request.ScenePath!,
        Sha256 = scene.Assets[scene.Name],
        Scene = scene.Name,
        Environment = request.Environment,
        EnvironmentPosition = new("--hdr", 0, 0),
        EmissiveLights = request.EmissiveLights,
        Cameras = Cameras(request, SceneBounds.Of(scene.Scene)),
        Variant = request.Variant,
        VariantPosition = new("--variant", 0, 0),
        Animation = request.Animation,
        AnimationPosition = new("--animation", 0, 0),
        Episode = request.Episode,
        Labels = request.Labels ?? LabelSet.Default,
    };

    /// <summary>The orbit. A scene without extent is seen from one metre.</summary>
    public static IReadOnlyList<CameraSettings> Cameras(RunRequest request, SceneBounds bounds)
    {
        Vector3d centre = 0.5 * (bounds.Min + bounds.Max);
        double distance = bounds.Diagonal > 0 ? bounds.Diagonal / 2 / Math.Sin(HalfFieldOfView) : 1;
        double horizontal = 2 * Math.Atan(Math.Tan(HalfFieldOfView) * request.Width / request.Height) * 180 / Math.PI;
        return [.. Enumerable.Range(0, request.Views).Select(i =>
        {
            var pose = new CameraPose.LookAt(centre + (distance * Direction(2 * Math.PI * i / request.Views, request.ElevationDegrees * Math.PI / 180)), centre);
            return new CameraSettings(FormattableString.Invariant($"view{i}"), request.Width, request.Height, pose)
            {
                HorizontalFieldOfViewDegrees = horizontal,
                Sensor = request.Sensors,
            };
        })];
    }

    private static Vector3d Direction(double azimuth, double elevation) =>
        new(Math.Sin(azimuth) * Math.Cos(elevation), Math.Sin(elevation), Math.Cos(azimuth) * Math.Cos(elevation));
}

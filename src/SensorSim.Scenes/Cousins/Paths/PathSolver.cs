using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.Scenes.Cousins.Paths;

/// <summary>The ways that objects of one sample travel: what its draws leave of the scenario's paths.</summary>
internal sealed class PathSolver(Scenario scenario, Scene scene)
{
    private readonly SceneNames _names = SceneNames.Of(scene);

    public bool IsEmpty => scenario.Paths.Count == 0;

    /// <summary>Those from point to point.</summary>
    public IEnumerable<(string Thing, TimedPath Path)> Along(IReadOnlyDictionary<string, JsonNode?> draws) => scenario.Paths.OfType<ObjectPath.Along>().Select(path =>
        (path.Thing, new TimedPath(path.Points, Drawn(draws, path, "speed_m_s", path.SpeedMetresPerSecond), Drawn(draws, path, "starts_at_s", path.StartSeconds), path.FacesAhead)));

    /// <summary>Those between a camera and an object.</summary>
    /// <param name="cousin">With its other paths.</param>
    public IEnumerable<(string Thing, TimedPath Path)> Between(SceneInstance cousin) => scenario.Paths.OfType<ObjectPath.Between>().Select(path => (path.Thing, Across(path, cousin)));

    private TimedPath Across(ObjectPath.Between path, SceneInstance cousin)
    {
        double speed = Drawn(cousin.Draws, path, "speed_m_s", path.SpeedMetresPerSecond), passes = Drawn(cousin.Draws, path, "passes_at_s", path.PassSeconds);
        SceneInstance then = cousin.At(passes);
        CameraSettings camera = CameraVariation.Of(scenario.Cameras.First(one => one.Name == path.Camera), cousin.Draws);
        Vector3d eye = CameraPlacement.PoseOf(camera, then).Translation, sight = MiddleOf(path.Target, then) - eye;
        Vector3d at = (eye + (path.Share * sight)) with { Y = then.NodeToWorld[Find(path.Thing).Node].Translation.Y };
        double heading = (sight.X == 0 && sight.Z == 0 ? Math.PI : Math.Atan2(sight.X, sight.Z)) + (path.HeadingDegrees * (Math.PI / 180));
        Vector3d half = path.LengthMetres / 2 * new Vector3d(Math.Sin(heading), 0, Math.Cos(heading));
        return new([at - half, at + half], speed, passes - (path.LengthMetres / 2 / speed), path.FacesAhead);
    }

    private Vector3d MiddleOf(string name, SceneInstance cousin)
    {
        Instance thing = Find(name);
        Vector3 low = new(float.PositiveInfinity), high = new(float.NegativeInfinity);
        foreach (Vector3 position in scene.Meshes[cousin.MeshOf(thing.Node) ?? thing.Mesh].Primitives.SelectMany(primitive => primitive.Positions))
        {
            (low, high) = (Vector3.Min(low, position), Vector3.Max(high, position));
        }

        if (cousin.DeformedMeshes.TryGetValue(thing.Node, out DeformedMesh? deformed))
        {
            (low, high) = (deformed.Min, deformed.Max);
        }

        Vector3 middle = (low + high) / 2;
        return cousin.NodeToWorld[thing.Node].TransformPoint(new(middle.X, middle.Y, middle.Z));
    }

    private Instance Find(string name) => _names.Objects.First(thing => thing.Name == name);

    private static double Drawn(IReadOnlyDictionary<string, JsonNode?> draws, ObjectPath path, string attribute, double given) =>
        draws.TryGetValue(new CousinKey(CousinFamily.Objects, path.Thing, attribute).DrawName(path.Thing), out JsonNode? value) && value is JsonValue drawn ? CousinAttributes.Number(drawn) : given;
}

using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Cameras that stand inside something or look past everything in the first sample, fields of view that look like radians, and behind them what none of them sees.</summary>
/// <param name="sample">The first one.</param>
internal sealed class CameraWarnings(FirstSample sample)
{
    private const int MostLines = 5;

    private readonly LineOfSight _sight = new(sample.Resting);

    public IEnumerable<string> All()
    {
        (CameraPlan Plan, CameraView View)[] cameras = [.. sample.Plan.CamerasOf(sample.Cousin).Select(camera => (camera, CameraPlacement.Of(camera.Settings, sample.Cousin, camera.Projection)))];
        string[] lines = [.. cameras.Select(camera => Of(camera.Plan, camera.View)).OfType<string>()];
        return lines.Length > MostLines ? lines.Take(MostLines).Append(Invariant($"so it is with {lines.Length - MostLines} more cameras"))
            : lines.Length > 0 || Moves || cameras.Any(camera => camera.Plan.Varies) ? lines
            : new UnseenObjects(sample, [.. cameras.Select(camera => camera.View)]).All();
    }

    private string? Of(CameraPlan camera, CameraView view)
    {
        if (sample.Resting.SeenThroughFrom(view.CameraToWorld.Translation) is { } node)
        {
            return $"{view.Name} stands inside {sample.NameOf(node)} and sees through it, because back sides are not drawn: look at its pose";
        }

        if (camera.Settings.HorizontalFieldOfViewDegrees is <= Math.PI and var angle)
        {
            return Invariant($"{view.Name} has hfov_deg: {angle:0.###}, which is a strong telescope's; {angle:0.###} radians are {180 / Math.PI * angle:0.#} degrees");
        }

        return OfSight(camera, view) is { } line ? $"{line}: look at its pose" : null;
    }

    private string? OfSight(CameraPlan camera, CameraView view)
    {
        int[] nodes = [.. sample.Resting.DrawnNodes];
        IReadOnlyList<int> seen = _sight.NodesIn(view);
        return nodes.Length == 0 ? null
            : PlaceOf(view) is { } place && seen.Count > 0 && nodes.Length > 1 && 2 * seen.Count <= nodes.Length
                ? Invariant($"{view.Name} is {place} {sample.NameOf(seen[0])}, and sees {seen.Count} of {nodes.Length} objects{(camera.Varies ? " in the first sample" : "")}")
            : camera.Varies || Moves ? null
            : !FieldOfView.MayShow(view, [.. sample.Resting.Boxes]) ? $"nothing of the scene is before {view.Name} or in its image"
            : seen.Count == 1 && nodes.Length > 1 ? $"{view.Name} sees nothing but {sample.NameOf(seen[0])}"
            : null;
    }

    // Outside of a room: what is lit from inside. One object alone may be looked at from everywhere.
    private string? PlaceOf(CameraView view)
    {
        (Vector3d eye, Box bounds) = (view.CameraToWorld.Translation, sample.Resting.Bounds);
        return eye.Y < bounds.Min.Y ? "lower than everything in the scene, below"
            : !bounds.Contains(eye) && sample.Cousin.Lamps.Any(lamp => lamp.Light.Kind != LightKind.Directional && bounds.Contains(sample.Cousin.NodeToWorld[lamp.Node].Translation)) ? "outside of the scene, which is lit from inside, behind"
            : null;
    }

    // What is not there yet may still come.
    private bool Moves => sample.Plan.Scenario.Episode.Steps > 1 && (sample.Plan.Physics is not null || sample.Cousin.Motion is { Moves: true });
}

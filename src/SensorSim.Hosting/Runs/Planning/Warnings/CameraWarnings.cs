using System.Collections.Frozen;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Cameras that in the first sample stand inside something, outside of a room or below it, or see nothing or one thing only; fields of view that look like radians; and behind them what none of them sees.</summary>
/// <param name="sample">The first one.</param>
internal sealed class CameraWarnings(FirstSample sample)
{
    private const int MostLines = 5;

    private readonly LineOfSight _sight = new(sample.Resting);

    /// <summary>Where it is told already that added objects are in the air or in others: what is not in its place is seldom seen.</summary>
    public IReadOnlySet<SourcePosition> Misplaced { get; init; } = FrozenSet<SourcePosition>.Empty;

    public IEnumerable<PlanWarning> All()
    {
        (CameraPlan Plan, CameraView View)[] cameras = [.. sample.Plan.CamerasOf(sample.Cousin).Select(camera => (camera, CameraPlacement.Of(camera.Settings, sample.Cousin, camera.Projection)))];
        PlanWarning[] lines = [.. from camera in cameras let warning = Of(camera.Plan, camera.View) where warning is not null select warning];
        return lines.Length > 0 || Moves || cameras.Any(camera => camera.Plan.Varies) ? PlanWarning.Shortened(lines, MostLines)
            : new UnseenObjects(sample, [.. cameras.Select(camera => camera.View)], Misplaced).All();
    }

    private PlanWarning? Of(CameraPlan camera, CameraView view) => OfFieldOfView(camera) is { } angle ? angle
        : OfPose(camera, view) is { } pose ? new(camera.Settings.Keys.Of("pose"), pose)
        : null;

    private PlanWarning? OfFieldOfView(CameraPlan camera)
    {
        BoundDraw? draw = sample.DrawOf($"cameras.{camera.Settings.Name}.hfov_deg");
        if ((draw?.NumericExtremes.Min() ?? camera.Settings.HorizontalFieldOfViewDegrees) is not (<= Math.PI and var angle))
        {
            return null;
        }

        return new(draw?.Rule.ValuePosition ?? camera.Settings.Keys.Of("hfov_deg"), Invariant($"{camera.Settings.Name} has hfov_deg: {angle:0.###}{(draw is { BinCount: > 1 } ? " in some samples" : "")}, which is a strong telescope's; {angle:0.###} radians are {180 / Math.PI * angle:0.#} degrees"));
    }

    private string? OfPose(CameraPlan camera, CameraView view)
    {
        if (sample.Resting.SeenThroughFrom(view.CameraToWorld.Translation) is { } node)
        {
            return $"{view.Name} stands inside {sample.NameOf(node)} and sees through it, because back sides are not drawn: look at its pose";
        }

        return (OfPlace(camera, view) ?? (camera.Varies || Moves ? null : OfImage(view))) is { } line ? $"{line}: look at its pose{(camera.Varies ? " and its draws" : "")}" : null;
    }

    private string? OfPlace(CameraPlan camera, CameraView view)
    {
        if (sample.FarAway(view.CameraToWorld.Translation) is { } far)
        {
            return $"{view.Name} {far}, and poses are in metres";
        }

        if (PlaceOf(view) is not { } place)
        {
            return null;
        }

        (int all, int[] seen) = (sample.Resting.DrawnNodes.Count(), [.. _sight.NodesIn(view)]);
        return seen.Length > 0 && all > 1 && 2 * seen.Length <= all
            ? Invariant($"{view.Name} is {place} {sample.NameOf(seen[0])}, and sees {seen.Length} of {all} objects{(camera.Varies ? " in the first sample" : "")}")
            : null;
    }

    private string? OfImage(CameraView view)
    {
        Box[] boxes = [.. sample.Resting.Boxes];
        return boxes.Length == 0 ? null
            : !FieldOfView.MayShow(view, boxes) ? $"nothing of the scene is before {view.Name} or in its image"
            : boxes.Length > 1 && _sight.NodesIn(view).Take(2).ToArray() is [var only] ? $"{view.Name} sees nothing but {sample.NameOf(only)}"
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

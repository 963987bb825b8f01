using SensorSim.Cameras;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>Cameras that stand inside something or look past everything in the first sample, and fields of view that look like radians.</summary>
internal static class CameraWarnings
{
    private const int MostLines = 5;

    /// <param name="plan">The run.</param>
    /// <param name="first">Its first sample.</param>
    /// <param name="resting">The same, found by place.</param>
    public static IEnumerable<string> Of(RunPlan plan, SceneInstance first, RestingScene resting)
    {
        string[] lines = [.. plan.CamerasOf(first).Select(camera => Of(plan, camera, first, resting)).OfType<string>()];
        return lines.Length <= MostLines ? lines : lines.Take(MostLines).Append(Invariant($"so it is with {lines.Length - MostLines} more cameras"));
    }

    private static string? Of(RunPlan plan, CameraPlan camera, SceneInstance first, RestingScene resting)
    {
        CameraView view = CameraPlacement.Of(camera.Settings, first, camera.Projection);
        if (Enclosure.NodeAround(first, view.CameraToWorld.Translation) is { } node)
        {
            return $"{view.Name} stands inside {plan.Instances.First(thing => thing.Node == node).Name} and sees through it, because back sides are not drawn: look at its pose";
        }

        if (camera.Settings.HorizontalFieldOfViewDegrees is <= Math.PI and var angle)
        {
            return Invariant($"{view.Name} has hfov_deg: {angle:0.###}, which is a strong telescope's; {angle:0.###} radians are {180 / Math.PI * angle:0.#} degrees");
        }

        Box[] boxes = [.. resting.Boxes];
        return boxes.Length > 0 && !camera.Varies && !Moves(plan, first) && !FieldOfView.MayShow(view, boxes) ? $"nothing of the scene is before {view.Name} or in its image: look at its pose" : null;
    }

    // What is not there yet may still come.
    private static bool Moves(RunPlan plan, SceneInstance first) => plan.Scenario.Episode.Steps > 1 && (plan.Physics is not null || first.Motion is { Moves: true });
}

using SensorSim.Cameras;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Views;
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

    private string? OfSight(CameraPlan camera, CameraView view) =>
        OfHeight(view) is { } low ? $"{low}{(camera.Varies ? ", in the first sample" : "")}"
        : camera.Varies || Moves || !sample.Resting.DrawnNodes.Any() ? null
        : !FieldOfView.MayShow(view, [.. sample.Resting.Boxes]) ? $"nothing of the scene is before {view.Name} or in its image"
        : _sight.OnlyNodeIn(view) is { } one ? $"{view.Name} sees nothing but {sample.NameOf(one)}"
        : null;

    // Under a floor. One object alone may be looked at from below.
    private string? OfHeight(CameraView view)
    {
        if (view.CameraToWorld.Translation.Y >= sample.Resting.Bounds.Min.Y)
        {
            return null;
        }

        int[] nodes = [.. sample.Resting.DrawnNodes];
        int seen = nodes.Count(node => _sight.MaySee(view, sample.Resting.BoxOf([node]), new HashSet<int> { node }));
        return 2 * seen <= nodes.Length && nodes.Length > 1 ? Invariant($"{view.Name} is lower than everything in the scene, and sees {seen} of its {nodes.Length} objects") : null;
    }

    // What is not there yet may still come.
    private bool Moves => sample.Plan.Scenario.Episode.Steps > 1 && (sample.Plan.Physics is not null || sample.Cousin.Motion is { Moves: true });
}

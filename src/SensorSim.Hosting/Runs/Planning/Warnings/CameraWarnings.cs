using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Rays;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Cameras that stand inside something or look past everything in the first sample, fields of view that look like radians, and added objects that no camera sees.</summary>
/// <param name="sample">The first one.</param>
internal sealed class CameraWarnings(FirstSample sample)
{
    private const int MostLines = 5;
    private const string InFirst = ", in the first sample";

    public IEnumerable<string> All()
    {
        (CameraPlan Plan, CameraView View)[] cameras = [.. sample.Plan.CamerasOf(sample.Cousin).Select(camera => (camera, CameraPlacement.Of(camera.Settings, sample.Cousin, camera.Projection)))];
        string[] lines = [.. cameras.Select(camera => Of(camera.Plan, camera.View)).OfType<string>()];
        return lines.Length > MostLines ? lines.Take(MostLines).Append(Invariant($"so it is with {lines.Length - MostLines} more cameras"))
            : lines.Length > 0 || Moves || cameras.Any(camera => camera.Plan.Varies) ? lines
            : Unseen([.. cameras.Select(camera => camera.View)]);
    }

    private string? Of(CameraPlan camera, CameraView view)
    {
        if (sample.Resting.SeenThroughFrom(view.CameraToWorld.Translation) is { } node)
        {
            return $"{view.Name} stands inside {sample.Plan.Instances.First(thing => thing.Node == node).Name} and sees through it, because back sides are not drawn: look at its pose";
        }

        if (camera.Settings.HorizontalFieldOfViewDegrees is <= Math.PI and var angle)
        {
            return Invariant($"{view.Name} has hfov_deg: {angle:0.###}, which is a strong telescope's; {angle:0.###} radians are {180 / Math.PI * angle:0.#} degrees");
        }

        Box[] boxes = [.. sample.Resting.Boxes];
        return boxes.Length > 0 && !camera.Varies && !Moves && !FieldOfView.MayShow(view, boxes) ? $"nothing of the scene is before {view.Name} or in its image: look at its pose" : null;
    }

    private IEnumerable<string> Unseen(CameraView[] views)
    {
        (string Name, Box Box, HashSet<int> Nodes, bool IsMoved)[] added =
            [.. from one in sample.Added
                where !one.IsPutElsewhere
                let nodes = sample.Resting.WithAllBelow(one.Node)
                let box = sample.Resting.BoxOf(nodes)
                where !box.IsEmpty
                select (one.Name, box, nodes, one.IsMovedBySamples)];
        var outside = added.Where(one => !views.Any(view => FieldOfView.MayShow(view, [one.Box]))).ToArray();
        var hidden = added.Except(outside).Where(one => views.All(view => IsHidden(view, one.Box, one.Nodes)));
        return outside.GroupBy(one => one.IsMoved, one => one.Name, (isMoved, names) => $"objects: {Listed([.. names])} in no camera's image{(isMoved ? InFirst : "")}")
            .Concat(hidden.GroupBy(one => one.IsMoved, one => one.Name, (isMoved, names) => $"objects: {Listed([.. names])} behind others in every camera's image{(isMoved ? InFirst : "")}"));
    }

    // What is not there is not hidden, and of what is so near that only its middle is in the image nothing is known.
    private bool IsHidden(CameraView view, Box box, HashSet<int> own)
    {
        Vector3d[] places = [.. FieldOfView.PlacesIn(view, box)];
        return places.Length > 0 ? !places.Any(place => sample.Resting.IsFree(view.CameraToWorld.Translation, place, own)) : !FieldOfView.MayShow(view, [box]);
    }

    private static string Listed(string[] names) => names switch
    {
        [var one] => $"{one} is",
        { Length: <= MostLines } => $"{string.Join(", ", names)} are",
        _ => Invariant($"{string.Join(", ", names.Take(MostLines))} and {names.Length - MostLines} more are"),
    };

    // What is not there yet may still come.
    private bool Moves => sample.Plan.Scenario.Episode.Steps > 1 && (sample.Plan.Physics is not null || sample.Cousin.Motion is { Moves: true });
}

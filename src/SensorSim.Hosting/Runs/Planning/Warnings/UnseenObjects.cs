using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Views;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Added objects that no camera sees in the first sample.</summary>
/// <param name="sample">The first one.</param>
/// <param name="views">Its cameras.</param>
internal sealed class UnseenObjects(FirstSample sample, CameraView[] views)
{
    private const int MostNames = 5;

    public IEnumerable<string> All()
    {
        PlacedObject[] added = [.. sample.Added.Where(one => !one.IsPutElsewhere && !one.Box.IsEmpty)];
        PlacedObject[] outside = [.. added.Where(one => !views.Any(view => FieldOfView.MayShow(view, [one.Box])))];
        IEnumerable<PlacedObject> hidden = added.Except(outside).Where(one => views.All(view => IsHidden(view, one)));
        return Lines(outside, "in no camera's image").Concat(Lines(hidden, "behind others in every camera's image: look at their poses, and at those of the cameras"));
    }

    // Of what the image's edge cuts off nothing is known: what is free may lie between its places.
    private bool IsHidden(CameraView view, PlacedObject one)
    {
        Vector3d[] places = [.. FieldOfView.PlacesIn(view, one.Box)];
        return places.Length > FieldOfView.PlaceCount / 2 ? !places.Any(place => sample.Resting.IsFree(view.CameraToWorld.Translation, place, one.Nodes)) : !FieldOfView.MayShow(view, [one.Box]);
    }

    private static IEnumerable<string> Lines(IEnumerable<PlacedObject> unseen, string where) => unseen.GroupBy(
        one => one.WhereMoved,
        one => one.Name,
        (moved, names) => $"objects: {Listed([.. names])} {where}{moved}",
        StringComparer.Ordinal);

    private static string Listed(string[] names) => names switch
    {
        [var one] => $"{one} is",
        { Length: <= MostNames } => $"{string.Join(", ", names)} are",
        _ => Invariant($"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more are"),
    };
}

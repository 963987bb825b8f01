using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Rays;
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
        Sighted[] added = [.. sample.Added.Where(one => !one.IsPutElsewhere).Select(Sight).Where(one => !one.Box.IsEmpty)];
        Sighted[] outside = [.. added.Where(one => !views.Any(view => FieldOfView.MayShow(view, [one.Box])))];
        IEnumerable<Sighted> hidden = added.Except(outside).Where(one => views.All(view => IsHidden(view, one)));
        return Lines(outside, "in no camera's image").Concat(Lines(hidden, "behind others in every camera's image: look at their poses, and at those of the cameras"));
    }

    private Sighted Sight(PlacedObject one)
    {
        HashSet<int> nodes = sample.Resting.WithAllBelow(one.Node);
        return new(one, nodes, sample.Resting.BoxOf(nodes));
    }

    // Of what the image's edge cuts off nothing is known: what is free may lie between its places.
    private bool IsHidden(CameraView view, Sighted one)
    {
        Vector3d[] places = [.. FieldOfView.PlacesIn(view, one.Box)];
        return places.Length > FieldOfView.PlaceCount / 2 ? !places.Any(place => sample.Resting.IsFree(view.CameraToWorld.Translation, place, one.Nodes)) : !FieldOfView.MayShow(view, [one.Box]);
    }

    private static IEnumerable<string> Lines(IEnumerable<Sighted> unseen, string where) => unseen.GroupBy(
        one => one.Placed.IsMovedBySamples,
        one => one.Placed.Name,
        (isMoved, names) => $"objects: {Listed([.. names])} {where}{(isMoved ? ", in the first sample" : "")}");

    private static string Listed(string[] names) => names switch
    {
        [var one] => $"{one} is",
        { Length: <= MostNames } => $"{string.Join(", ", names)} are",
        _ => Invariant($"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more are"),
    };

    private readonly record struct Sighted(PlacedObject Placed, HashSet<int> Nodes, Box Box);
}

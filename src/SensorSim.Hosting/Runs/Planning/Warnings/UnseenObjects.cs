using SensorSim.Cameras;
using SensorSim.Scenes.Cousins.Views;
using SensorSim.Scenes.Scenarios;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Added objects that no camera sees in the first sample.</summary>
/// <param name="sample">The first one.</param>
/// <param name="views">Its cameras.</param>
/// <param name="misplaced">Places that are known to be wrong: of objects there nothing else is told, and while there are some, nothing of what is hidden, which may be by them.</param>
internal sealed class UnseenObjects(FirstSample sample, CameraView[] views, IReadOnlySet<SourcePosition> misplaced)
{
    private const int MostHiders = 2;

    private const int MostNames = 5;

    private readonly LineOfSight _sight = new(sample.Resting);

    public IEnumerable<PlanWarning> All()
    {
        PlacedObject[] added = [.. sample.Added.Where(one => !one.IsPutElsewhere && !one.Box.IsEmpty && !misplaced.Contains(one.PlaceAt))];
        PlacedObject[] outside = [.. added.Where(one => !views.Any(view => FieldOfView.MayShow(view, [one.Box])))];
        IEnumerable<PlacedObject> hidden = misplaced.Count > 0 ? [] : added.Except(outside).Where(one => !views.Any(view => _sight.MaySee(view, one.Box, one.Nodes)));
        return Lines(outside, _ => "in no camera's image").Concat(Lines([.. hidden], these => $"behind {Hiders(these)} in every camera's image"));
    }

    private static IEnumerable<PlanWarning> Lines(PlacedObject[] unseen, Func<PlacedObject[], string> where) => unseen.Length == 0 ? []
        : [new(unseen[0].Keys.Of("at"), $"objects: {Listed([.. unseen.Select(one => one.Name)])} {where(unseen)}{(unseen.Any(one => one.IsMovedBySamples) ? ", in the first sample" : "")}: look at the objects' places and the cameras' poses")];

    private string Hiders(IEnumerable<PlacedObject> hidden)
    {
        string[] names = [.. hidden.SelectMany(one => views.SelectMany(view => _sight.HidersOf(view, one.Box, one.Nodes)))
            .CountBy(node => node).OrderByDescending(count => count.Value).ThenBy(count => count.Key).Select(count => sample.NameOf(count.Key))];
        return names.Length > MostHiders ? $"{string.Join(", ", names.Take(MostHiders))} and others" : string.Join(" and ", names);
    }

    private static string Listed(string[] names) => names switch
    {
        [var one] => $"{one} is",
        { Length: <= MostNames } => $"{string.Join(", ", names)} are",
        _ => Invariant($"{string.Join(", ", names.Take(MostNames))} and {names.Length - MostNames} more are"),
    };
}

using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;

namespace SensorSim.Hosting.Divergence;

/// <summary>Two episodes of one cousin, instant by instant, at the steps of the first.</summary>
/// <param name="reference">What the other is compared with.</param>
/// <param name="other">Of the same bodies, by name.</param>
/// <param name="stepsForOne">Steps of the other for each of the reference's.</param>
/// <param name="settings">From when on bodies have parted.</param>
internal sealed class EpisodeComparison(SimulatedEpisode reference, SimulatedEpisode other, int stepsForOne, DivergenceSettings settings)
{
    /// <summary>So many instants are kept for plots.</summary>
    private const int MostInstants = 400;

    private readonly int _steps = Math.Min(reference.Track.Steps.Count, ((other.Track.Steps.Count - 1) / stepsForOne) + 1);

    /// <summary>In the order of the reference.</summary>
    public IReadOnlyList<BodyDivergence> Bodies() => [.. reference.Bodies.Select((body, i) => Body(body.Name, i, PlaceOf(body.Name)))];

    /// <summary>The largest and the mean distance over all bodies.</summary>
    public IReadOnlyList<(double Seconds, double Largest, double Mean)> Curve()
    {
        (int Reference, int Other)[] places = [.. reference.Bodies.Select((body, i) => (i, PlaceOf(body.Name)))];
        int every = Math.Max(1, _steps / MostInstants);
        return [.. Enumerable.Range(0, _steps).Where(step => step % every == 0 || step == _steps - 1).Select(step =>
        {
            double[] distances = [.. places.Select(place => Distance(place.Reference, place.Other, step).Metres)];
            return (step * reference.Track.StepSeconds, distances.Max(), distances.Average());
        })];
    }

    /// <summary>First touches of every pair.</summary>
    public IReadOnlyList<ContactDivergence> Contacts()
    {
        Dictionary<(string A, string B), double> ours = First(reference), theirs = First(other);
        return [.. ours.Keys.Union(theirs.Keys).Select(pair => new ContactDivergence(pair.A, pair.B, Time(ours, pair), Time(theirs, pair))).OrderBy(contact => contact.ReferenceSeconds ?? contact.VariantSeconds)];
    }

    private static double? Time(Dictionary<(string A, string B), double> times, (string A, string B) pair) => times.TryGetValue(pair, out double seconds) ? seconds : null;

    private static Dictionary<(string A, string B), double> First(SimulatedEpisode episode)
    {
        var first = new Dictionary<(string A, string B), double>();
        foreach (ContactEvent touch in episode.ContactEvents.Where(touch => touch.IsBeginning))
        {
            (string a, string b) = (episode.Names[touch.BodyA], episode.Names[touch.BodyB]);
            first.TryAdd(string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a), touch.Seconds);
        }

        return first;
    }

    private int PlaceOf(string name) => other.Bodies.Index().First(body => body.Item.Name == name).Index;

    private BodyDivergence Body(string name, int ours, int theirs)
    {
        double? partsAt = null;
        double largestMetres = 0, largestDegrees = 0;
        (double Metres, double Degrees) last = default;
        for (int step = 0; step < _steps; step++)
        {
            last = Distance(ours, theirs, step);
            (largestMetres, largestDegrees) = (Math.Max(largestMetres, last.Metres), Math.Max(largestDegrees, last.Degrees));
            partsAt ??= last.Metres > settings.PartedMetres || last.Degrees > settings.PartedDegrees ? step * reference.Track.StepSeconds : null;
        }

        return new(name, partsAt, largestMetres, last.Metres, largestDegrees, last.Degrees);
    }

    private (double Metres, double Degrees) Distance(int ours, int theirs, int step)
    {
        BodyState a = reference.Track.Steps[step].Bodies[ours], b = other.Track.Steps[step * stepsForOne].Bodies[theirs];
        Quaterniond turn = a.Pose.Rotation.Conjugate() * b.Pose.Rotation;
        double sine = Math.Min(1, new Vector3d(turn.X, turn.Y, turn.Z).Length);
        return ((a.CentreOfMass - b.CentreOfMass).Length, 2 * Math.Atan2(sine, Math.Abs(turn.W)) * 180 / Math.PI);
    }
}

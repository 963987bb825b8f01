namespace SensorSim.Scenes.Bodies;

/// <summary>When pairs of bodies began and ceased to touch.</summary>
public static class ContactHistory
{
    /// <summary>What comes apart for less than this goes on touching: solvers let go of resting bodies for a step now and then.</summary>
    public const double ApartSeconds = 0.01;

    /// <summary>Every beginning and end, in the order of time.</summary>
    /// <param name="track">By step.</param>
    public static IReadOnlyList<ContactEvent> Of(BodyTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        var events = new List<ContactEvent>();
        var lastTouch = new SortedDictionary<(int A, int B), int>();
        int apart = Math.Max(1, (int)Math.Round(ApartSeconds / track.StepSeconds));
        for (int step = 0; step < track.Steps.Count; step++)
        {
            foreach (((int A, int B) pair, int last) in lastTouch.Where(pair => step - pair.Value > apart).ToArray())
            {
                events.Add(new((last + 1) * track.StepSeconds, pair.A, pair.B, IsBeginning: false));
                lastTouch.Remove(pair);
            }

            foreach (BodyContact contact in track.Steps[step].Contacts)
            {
                if (lastTouch.TryAdd((contact.BodyA, contact.BodyB), step))
                {
                    events.Add(new(step * track.StepSeconds, contact.BodyA, contact.BodyB, IsBeginning: true));
                }

                lastTouch[(contact.BodyA, contact.BodyB)] = step;
            }
        }

        return [.. events.OrderBy(one => one.Seconds)];
    }
}

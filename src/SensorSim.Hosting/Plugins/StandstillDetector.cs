namespace SensorSim.Hosting.Plugins;

/// <summary>Finds an activity that goes on for too long, from looks at what is on.</summary>
/// <param name="limit">How long one may go on.</param>
internal sealed class StandstillDetector(TimeSpan limit)
{
    private Dictionary<(object Place, long Number), TimeSpan> _ages = [];

    /// <summary>Takes a look.</summary>
    /// <param name="running">All that is on.</param>
    /// <param name="passed">Time since the last look in which the process ran.</param>
    /// <returns>One that has been seen for longer than the limit; null when there is none.</returns>
    public PluginActivity? Look(IEnumerable<PluginActivity> running, TimeSpan passed)
    {
        var ages = new Dictionary<(object, long), TimeSpan>();
        PluginActivity? hung = null;
        foreach (PluginActivity activity in running)
        {
            TimeSpan age = _ages.TryGetValue((activity.Place, activity.Number), out TimeSpan before) ? before + passed : TimeSpan.Zero;
            ages[(activity.Place, activity.Number)] = age;
            hung = age > LimitOf(activity) ? activity : hung;
        }

        _ages = ages;
        return hung;
    }

    /// <summary>How long it may go on.</summary>
    public TimeSpan LimitOf(PluginActivity activity) => activity.Limit is { } own && own > limit ? own : limit;
}

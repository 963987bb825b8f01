namespace SensorSim.Scenes.Model;

/// <summary>Tracks that play together.</summary>
/// <param name="Name">As in the file; may be absent or repeated.</param>
/// <param name="Channels">At most one for each property of a node.</param>
public sealed record Animation(string? Name, IReadOnlyList<AnimationChannel> Channels)
{
    /// <summary>Seconds until the last keyframe of the longest track.</summary>
    public double DurationSeconds { get; } = Channels.Select(channel => channel.Track.EndSeconds).DefaultIfEmpty(0).Max();
}

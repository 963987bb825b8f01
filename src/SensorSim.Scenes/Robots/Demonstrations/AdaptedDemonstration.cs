namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>A demonstration where a sample has its objects.</summary>
/// <param name="Id">Of the demonstration.</param>
/// <param name="Trajectory">What joints do, on the clock that begins with it.</param>
/// <param name="Segments">Where its pieces went.</param>
/// <param name="Obstacle">Why the arm cannot do it, in words for the record: then it stays where it begins. Null of one that it can.</param>
public sealed record AdaptedDemonstration(string Id, JointTrajectory Trajectory, IReadOnlyList<AdaptedSegment> Segments, string? Obstacle)
{
    /// <summary>When it begins, on the episode's clock.</summary>
    public double StartSeconds { get; init; }

    /// <summary>When it is over, on the same.</summary>
    public double EndSeconds => StartSeconds + Trajectory.TimesSeconds[^1];
}

using SensorSim.Geometry;

namespace SensorSim.Scenes.Motion;

/// <summary>Straight pieces that are travelled at constant speed; at rest at the first point before, at the last one after.</summary>
public sealed class TimedPath
{
    private readonly double[] _lengths;
    private readonly double[] _headings;

    /// <param name="points">World space, metres; not all the same.</param>
    /// <param name="speedMetresPerSecond">Above 0.</param>
    /// <param name="startSeconds">When the first point is left, on the episode's clock.</param>
    /// <param name="facesAhead">Whether who travels turns along the way.</param>
    /// <exception cref="ArgumentException">There is no way to travel, or no speed.</exception>
    public TimedPath(IEnumerable<Vector3d> points, double speedMetresPerSecond, double startSeconds, bool facesAhead)
    {
        ArgumentNullException.ThrowIfNull(points);
        Points = [.. Distinct(points)];
        (SpeedMetresPerSecond, StartSeconds, FacesAhead) = (speedMetresPerSecond, startSeconds, facesAhead);
        _lengths = [.. Points.Zip(Points.Skip(1), (from, to) => (to - from).Length)];
        _headings = [.. Headings(Points)];
        if (_lengths.Length == 0 || !double.IsFinite(_lengths.Sum()) || !(speedMetresPerSecond > 0 && double.IsFinite(speedMetresPerSecond)) || !double.IsFinite(startSeconds))
        {
            throw new ArgumentException("A path has two different points, a speed above 0 and an instant at which it begins.", nameof(points));
        }
    }

    /// <summary>World space, metres; neighbours differ.</summary>
    public IReadOnlyList<Vector3d> Points { get; }

    public double SpeedMetresPerSecond { get; }

    public double StartSeconds { get; }

    public bool FacesAhead { get; }

    /// <summary>When it stops for a while, on the episode's clock.</summary>
    public double PauseAtSeconds { get; private init; }

    /// <summary>For how long; 0 goes on.</summary>
    public double PauseSeconds { get; private init; }

    /// <summary>The same way from another instant on.</summary>
    public TimedPath From(double startSeconds) => new(Points, SpeedMetresPerSecond, startSeconds, FacesAhead) { PauseAtSeconds = PauseAtSeconds, PauseSeconds = PauseSeconds };

    /// <summary>The same way with a stop.</summary>
    public TimedPath Pausing(double atSeconds, double seconds) => new(Points, SpeedMetresPerSecond, StartSeconds, FacesAhead) { PauseAtSeconds = atSeconds, PauseSeconds = seconds };

    /// <summary>Where it is, and its heading: radians about +Y, 0 along +Z, of the last piece that was not vertical.</summary>
    /// <param name="seconds">On the episode's clock.</param>
    public (Vector3d Position, double HeadingRadians) At(double seconds)
    {
        double clock = seconds <= PauseAtSeconds ? seconds : Math.Max(PauseAtSeconds, seconds - PauseSeconds);
        double way = Math.Max(0, (clock - StartSeconds) * SpeedMetresPerSecond);
        for (int piece = 0; piece < _lengths.Length; piece++)
        {
            if (way < _lengths[piece])
            {
                return (Points[piece] + (way / _lengths[piece] * (Points[piece + 1] - Points[piece])), _headings[piece]);
            }

            way -= _lengths[piece];
        }

        return (Points[^1], _headings[^1]);
    }

    private static IEnumerable<Vector3d> Distinct(IEnumerable<Vector3d> points)
    {
        Vector3d? before = null;
        foreach (Vector3d point in points.Where(point => point != before))
        {
            before = point;
            yield return point;
        }
    }

    // A piece that goes straight up keeps the heading of the one before it; at the beginning, of the first that has one.
    private static double[] Headings(IReadOnlyList<Vector3d> points)
    {
        double?[] own = [.. points.Zip(points.Skip(1), (from, to) => to.X == from.X && to.Z == from.Z ? (double?)null : Math.Atan2(to.X - from.X, to.Z - from.Z))];
        double heading = own.FirstOrDefault(one => one is not null) ?? 0;
        return [.. own.Select(one => heading = one ?? heading)];
    }
}

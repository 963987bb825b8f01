using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Bodies;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Numbers that are allowed, and look as if they were meant in other units than their keys say.</summary>
/// <param name="sample">The first one.</param>
internal sealed class UnitWarnings(FirstSample sample)
{
    /// <summary>Metres per second in dry air at 20 °C: nothing in a room is as fast.</summary>
    private const double SoundMetresPerSecond = 343;

    /// <summary>Fewer steps in a second lead what falls through what is thin.</summary>
    private const double FewestHz = 60;

    private const double LongestStillSeconds = 1;

    // A quarter of a turn is written with as few digits as 1.57.
    private const double RadiansWithin = 0.001;

    private static readonly double[] s_turns = [Math.PI / 12, Math.PI / 6, Math.PI / 4, Math.PI / 3, Math.PI / 2, Math.PI, 2 * Math.PI];

    // In degrees these are seldom written with a point, in radians nearly always.
    private static readonly Dictionary<string, double> s_largestRadians = new(StringComparer.Ordinal)
    {
        ["yaw_deg"] = 2 * Math.PI, ["azimuth_deg"] = 2 * Math.PI, ["heading_deg"] = 2 * Math.PI, ["rotation_deg"] = 2 * Math.PI,
        ["elevation_deg"] = Math.PI / 2, ["inner_deg"] = Math.PI / 2, ["outer_deg"] = Math.PI / 2,
    };

    private const int MostLines = 5;

    public IEnumerable<PlanWarning> All() => Turned().Concat(Shifted()).Concat(Fast()).Concat(Exposed()).Concat(Stepped());

    // A field of view of less than some degrees is told with its camera.
    private IEnumerable<PlanWarning> Turned() => PlanWarning.Shortened(
        from turn in sample.Plan.Scenario.Angles.Where(LooksLikeRadians).Select(angle => (angle.At, What: $"{angle.Key} is", Radians: angle.Value))
            .Concat(Drawn("_deg").Select(draw => (draw.At, draw.What, Radians: draw.Ends.Where(end => IsRoundInRadians(end) || (draw.Key.StartsWith("lights.", StringComparison.Ordinal) && IsSeldomInDegrees(draw.Key, end))).DefaultIfEmpty().Max())))
        where turn.Radians != 0
        orderby turn.At.Line, turn.At.Column
        select new PlanWarning(turn.At, Invariant($"{turn.What} {turn.Radians:0.#####}: in radians that would be {180 / Math.PI * turn.Radians:0} degrees, and degrees are expected")), MostLines);

    private IEnumerable<PlanWarning> Shifted() => PlanWarning.Shortened(
        from shift in Drawn("_m")
        where shift.Key.Contains(".offset_", StringComparison.Ordinal)
        let metres = shift.Ends.Select(Math.Abs).DefaultIfEmpty().Max()
        where metres > sample.Room.LongestSide
        select new PlanWarning(shift.At, Invariant($"{shift.What} {metres:0.###} m, and the longest side of the scene is {sample.Room.LongestSide:0.#} m: offsets are in metres")), MostLines);

    private IEnumerable<PlanWarning> Fast() =>
        from move in (sample.Plan.Scenario.Physics?.Bodies ?? []).Select(rule => (At: rule.Keys.Of("velocity_m_s"), What: $"physics: velocity_m_s of {rule.Match} is", Speed: rule.Velocity?.Length ?? 0))
            .Concat(sample.Plan.Scenario.Paths.Select(path => (At: path.Keys.Of("speed_m_s"), What: $"paths: speed_m_s of {path.Thing} is", Speed: path.SpeedMetresPerSecond)))
            .Concat(Drawn("_m_s").Select(draw => (draw.At, draw.What, Speed: draw.Ends.Select(Math.Abs).DefaultIfEmpty().Max())))
        where move.Speed > SoundMetresPerSecond
        select new PlanWarning(move.At, Invariant($"{move.What} {move.Speed:0} m/s, faster than sound: a metre a second is a walk, ten a hard throw"));

    private IEnumerable<PlanWarning> Exposed()
    {
        double most = sample.Plan.Scenario.Episode is { Steps: > 1 } episode ? 1 / episode.FrameRateHz : LongestStillSeconds;
        string why = most < LongestStillSeconds ? Invariant($", and a frame begins each {most:0.###} s") : "";
        var written = sample.Plan.Cameras.Where(camera => camera.Settings.Exposure is not null).Select(camera => (At: camera.Settings.Keys.Of("exposure.time_s"), What: $"{camera.Settings.Name} has exposure.time_s:", Seconds: camera.Settings.Exposure!.TimeSeconds));
        return from exposure in written.Concat(Drawn(".exposure.time_s").Select(draw => (draw.At, draw.What, Seconds: draw.Ends.DefaultIfEmpty().Max())))
               where exposure.Seconds > most
               select new PlanWarning(exposure.At, Invariant($"{exposure.What} {exposure.Seconds:0.###}{why}: look at its unit, ten milliseconds are 0.01"));
    }

    private IEnumerable<PlanWarning> Stepped() => sample.Dynamic.Count > 0 && sample.Plan.Scenario.Physics is { RateHz: < FewestHz and var rate }
        ? [new(sample.Plan.Scenario.Physics.Keys.Of("rate_hz"), Invariant($"physics: rate_hz: {rate:0.#} makes steps of {1000 / rate:0} ms, in which what fell from a metre goes {Math.Sqrt(2 * PhysicsSettings.StandardGravity) / rate:0.##} m: it is deep in others, or through them, before it is met. {PhysicsSettings.DefaultRateHz:0} is usual"))]
        : [];

    // What is drawn of names that end so, each as it was written, and the ends of it.
    private IEnumerable<Draw> Drawn(string unit) =>
        from draw in sample.Plan.Cousins.Space.Draws
        where draw.Name.EndsWith(unit, StringComparison.Ordinal)
        group draw by draw.Rule into written
        select new Draw(written.Key.ValuePosition, written.Key.Key, [.. written.SelectMany(draw => draw.NumericExtremes)]);

    private static bool LooksLikeRadians(WrittenAngle angle) => !angle.Key.EndsWith("hfov_deg", StringComparison.Ordinal)
        && (IsRoundInRadians(angle.Value) || IsSeldomInDegrees(angle.Key, angle.Value));

    private static bool IsSeldomInDegrees(string key, double angle) => !double.IsInteger(angle) && Math.Abs(angle) < s_largestRadians.GetValueOrDefault(key[(key.LastIndexOf('.') + 1)..]);

    private static bool IsRoundInRadians(double angle) => s_turns.Any(turn => Math.Abs(Math.Abs(angle) - turn) < RadiansWithin * turn);

    private sealed record Draw(SourcePosition At, string Key, double[] Ends)
    {
        /// <summary>To be followed by a value: one that is drawn alike each time reaches nothing else.</summary>
        public string What => Ends.Distinct().Count() > 1 ? $"{Key} reaches" : $"{Key} is";
    }
}

using System.Globalization;

namespace SensorSim.Hosting.Conformance;

/// <summary>What a check measured, or why it did not.</summary>
/// <param name="Outcome">Pass, fail or skip.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Tolerance">In words.</param>
/// <param name="Note">Where the worst was seen, or the reason.</param>
internal sealed record Finding(ConformanceOutcome Outcome, double? Measured, string Tolerance, string Note)
{
    /// <summary>Whether there is anything for other checks to measure.</summary>
    public bool GivesNumbers { get; init; } = true;

    /// <summary>Of all numbers that a plugin gives.</summary>
    /// <param name="counts">How many are infinite or none with which settings.</param>
    /// <param name="unit">What was counted, plural.</param>
    public static Finding Numbers(IEnumerable<(Settings Settings, int Bad)> counts, string unit)
    {
        (Settings Settings, int Bad)[] all = [.. counts];
        (Settings worst, int bad) = all.MaxBy(count => count.Bad);
        return AtMost(all.Sum(count => (double)count.Bad), 0, unit, bad > 0 ? $"most with {worst.Short()}" : "") with { GivesNumbers = all.All(count => count.Bad == 0 || count.Settings.Values.Count > 0) };
    }

    /// <summary>A figure that must not be larger than a limit. One that is not a number fails.</summary>
    public static Finding AtMost(double measured, double limit, string unit, string note = "") =>
        Of(measured <= limit, measured, $"at most {Text(limit)}", unit, note);

    /// <summary>A figure that must not be smaller than a limit.</summary>
    public static Finding AtLeast(double measured, double limit, string unit, string note = "") =>
        Of(measured >= limit, measured, $"at least {Text(limit)}", unit, note);

    /// <summary>The plugin makes no such promise.</summary>
    public static Finding Skip(string reason) => new(ConformanceOutcome.Skip, null, "", reason);

    /// <summary>The check could not be carried through, by the plugin's fault.</summary>
    public static Finding Broken(string reason) => new(ConformanceOutcome.Fail, null, "", reason);

    private static Finding Of(bool holds, double measured, string limit, string unit, string note) =>
        new(holds ? ConformanceOutcome.Pass : ConformanceOutcome.Fail, measured, unit.Length > 0 ? $"{limit} {unit}" : limit, note);

    private static string Text(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}

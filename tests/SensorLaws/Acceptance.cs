using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SensorSim.Tests.Sensors;

/// <summary>
/// Holds a measured number to its tolerance, prints both, and keeps them for the acceptance matrix when the law's words begin with the id of one of its rows
/// ("PTC-1 gain, DN/e-"). The report is written when the tests of the assembly have ended.
/// </summary>
public static partial class Acceptance
{
    private static readonly ConcurrentQueue<AcceptanceMeasurement> Kept = new();
    private static readonly ConcurrentDictionary<(string Test, int Width, int Height), int> Frames = new();

    /// <summary>Where this assembly's tests measure.</summary>
    public static string Place { get; } =
        typeof(Acceptance).Assembly.GetName().Name!.Contains("Gpu", StringComparison.Ordinal) ? AcceptanceLaw.Gpu : AcceptanceLaw.Reference;

    /// <summary>In the order of measuring.</summary>
    public static IReadOnlyList<AcceptanceMeasurement> Measurements => [.. Kept];

    /// <summary>Counts a frame among the samples that the running test has seen.</summary>
    public static void Saw(int width, int height) =>
        Frames.AddOrUpdate((TestContext.CurrentContext.Test.ID, width, height), 1, static (_, count) => count + 1);

    /// <summary>Says what was measured beside what is expected, and holds the one to the other.</summary>
    /// <param name="law">The row's id, and of what.</param>
    /// <param name="measured">The number.</param>
    /// <param name="expected">What it should be.</param>
    /// <param name="tolerance">How far it may lie off.</param>
    /// <param name="samples">What it was measured on, where that is not the frames that the test has run.</param>
    public static void Holds(string law, double measured, double expected, double tolerance, string samples = "")
    {
        Keep(law, measured, expected, tolerance, "±", samples, Math.Abs(measured - expected) <= tolerance);
        Assert.That(measured, Is.EqualTo(expected).Within(tolerance), law);
    }

    /// <summary>The same of something that must lie above a limit.</summary>
    public static void Exceeds(string law, double measured, double limit, string samples = "")
    {
        Keep(law, measured, limit, null, ">", samples, measured > limit);
        Assert.That(measured, Is.GreaterThan(limit), law);
    }

    /// <summary>The same of something that must stay below a limit.</summary>
    public static void StaysBelow(string law, double measured, double limit, string samples = "")
    {
        Keep(law, measured, limit, null, "<", samples, measured < limit);
        Assert.That(measured, Is.LessThan(limit), law);
    }

    private static void Keep(string law, double measured, double expected, double? tolerance, string relation, string samples, bool holds)
    {
        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{law}: measured {measured:G6}, {(tolerance is null ? $"limit {relation} {expected:G6}" : $"expected {expected:G6} ± {tolerance:G3}")}"));
        if (LawId().Match(law) is { Success: true } id && AcceptanceLaw.All.Any(row => row.Id == id.Value))
        {
            Kept.Enqueue(new(id.Value, Place, law[id.Length..].Trim(' ', ',', ':'), measured, expected, tolerance, relation, samples.Length > 0 ? samples : FramesSeen(), holds));
        }
    }

    // Of the running test, until now.
    private static string FramesSeen() => string.Join(" + ", Frames
        .Where(seen => seen.Key.Test == TestContext.CurrentContext.Test.ID)
        .OrderByDescending(seen => seen.Value)
        .Select(seen => string.Create(CultureInfo.InvariantCulture, $"{seen.Value} × {seen.Key.Width}×{seen.Key.Height}")));

    [GeneratedRegex(@"^[A-Z][A-Z0-9]*-\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LawId();
}

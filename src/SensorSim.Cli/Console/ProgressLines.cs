using System.Globalization;

namespace SensorSim.Cli.Console;

/// <summary>
/// Progress for log files: a line after each 5 % or 30 seconds, never more than one in two seconds, and one at the end.
/// </summary>
internal sealed class ProgressLines(TextWriter writer, string unit, long total, TimeProvider clock) : ProgressDisplay
{
    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly RateEstimate _rate = new(total, clock);
    private long _lastLineAt = clock.GetTimestamp();
    private long _lastLineDone;

    public override void Report(long done)
    {
        _rate.Report(done);
        TimeSpan pause = clock.GetElapsedTime(_lastLineAt);
        bool isDue = pause >= LongestPause || (pause >= ShortestPause && (done - _lastLineDone) * 20 >= total);
        if (isDue || done == total) WriteLine(done);
    }

    public override void Say(string line) => writer.WriteLine(line);

    protected override void Dispose(bool disposing) => writer.Flush();

    private void WriteLine(long done)
    {
        (_lastLineAt, _lastLineDone) = (clock.GetTimestamp(), done);
        string[] parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{done}/{total} {unit}"),
            string.Create(CultureInfo.InvariantCulture, $"{(total > 0 ? 100 * done / total : 100)}%"),
            ProgressText.Rate(_rate.PerSecond),
            ProgressText.Eta(_rate.Remaining),
        ];
        writer.WriteLine(string.Join("  ", parts.Where(part => part.Length > 0)));
    }
}

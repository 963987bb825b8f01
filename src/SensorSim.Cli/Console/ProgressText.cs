using System.Globalization;

namespace SensorSim.Cli.Console;

/// <summary>Rates and durations as a person reads them.</summary>
internal static class ProgressText
{
    /// <summary>"41.3/s", or "3.2 s each" where one takes longer than a second.</summary>
    public static string Rate(double? perSecond) => perSecond switch
    {
        null or <= 0 => "",
        >= 100 => string.Create(CultureInfo.InvariantCulture, $"{perSecond:F0}/s"),
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{perSecond:F1}/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{1 / perSecond:F1} s each"),
    };

    /// <summary>"0:07", "12:30", "3:05:00", "2 d 4:00:00".</summary>
    public static string Duration(TimeSpan span)
    {
        string days = span.Days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{span.Days} d ") : "";
        return span.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{days}{span.Hours}:{span.Minutes:D2}:{span.Seconds:D2}")
            : string.Create(CultureInfo.InvariantCulture, $"{span.Minutes}:{span.Seconds:D2}");
    }

    /// <summary>"ETA 0:45", or nothing while unknown.</summary>
    public static string Eta(TimeSpan? remaining) => remaining is { } span ? $"ETA {Duration(span)}" : "";
}

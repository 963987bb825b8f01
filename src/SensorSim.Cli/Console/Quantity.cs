using System.Globalization;

namespace SensorSim.Cli.Console;

/// <summary>Counts and sizes as a person reads them.</summary>
internal static class Quantity
{
    /// <summary>"1 frame", "12 frames".</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one of them; the plural adds an s.</param>
    public static string Of(long count, string one) => Of(count, one, one + "s");

    /// <param name="count">How many.</param>
    /// <param name="one">The word for one of them.</param>
    /// <param name="many">The word for another number of them.</param>
    public static string Of(long count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    /// <summary>"12".</summary>
    public static string Count(long count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>"12.5 %" of 0.125.</summary>
    public static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#} %");

    /// <summary>"812 bytes", "41.3 kB", "9.2 MB", "1.5 GB", "20.3 TB": powers of ten.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1000 => Of(bytes, "byte"),
        < 999_950 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:F1} kB"),
        < 999_950_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB"),
        < 999_950_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:F1} GB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e12:F1} TB"),
    };
}

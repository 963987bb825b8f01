using System.Text.RegularExpressions;

namespace SensorSim.Datasets.Storage;

/// <summary>Why a file could not be read or written, in a few words: the path is said by whoever reports it.</summary>
public static partial class FileFailure
{
    private const int TooManyOpen = 24;
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int QuotaExceeded = 122;

    /// <summary>"no space is left on the device", "permission is denied", or the system's own words without the path.</summary>
    public static string Reason(Exception failure) => failure switch
    {
        FileNotFoundException => "the file is missing",
        DirectoryNotFoundException => "the folder is missing",
        UnauthorizedAccessException => "permission is denied",

        // On Unix the runtime keeps the errno in HResult.
        IOException { HResult: TooManyOpen } => "too many files are open: raise the limit with ulimit -n",
        IOException { HResult: NoSpace } => "no space is left on the device",
        IOException { HResult: ReadOnly } => "the file system is read-only",
        IOException { HResult: QuotaExceeded } => "the disk quota is used up",
        _ => QuotedPath().Replace(failure.Message, "").TrimEnd('.', ' '),
    };

    [GeneratedRegex(@"( :)? '[^']*'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex QuotedPath();
}

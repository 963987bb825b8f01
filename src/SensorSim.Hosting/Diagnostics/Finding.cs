namespace SensorSim.Hosting.Diagnostics;

/// <summary>One line of <c>doctor</c>.</summary>
/// <param name="Check">What was looked at: "loader", "drivers", …</param>
/// <param name="Level">How much it matters.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What to do about it; null when nothing need be done.</param>
public sealed record Finding(string Check, FindingLevel Level, string Message, string? Remedy = null)
{
    public static Finding Ok(string check, string message) => new(check, FindingLevel.Ok, message);

    public static Finding Warning(string check, string message, string remedy) => new(check, FindingLevel.Warning, message, remedy);

    public static Finding Failure(string check, string message, string remedy) => new(check, FindingLevel.Failure, message, remedy);
}

namespace SensorSim.Scenes.Scenarios;

/// <summary>One thing that is wrong with a scenario.</summary>
/// <param name="File">The scenario's path as given, or the command line option.</param>
/// <param name="Line">From 1; 0 for the file as a whole or an option.</param>
/// <param name="Column">From 1.</param>
/// <param name="Key">Path of the key: "cameras[0].hfov_deg"; empty for the whole file.</param>
/// <param name="Problem">What is there: "'wide' is not a number".</param>
/// <param name="Expected">What should be there: "a number from 1 to 179 (degrees)"; null when the problem says it all.</param>
/// <param name="Nearest">The nearest valid name, when one is near.</param>
public sealed record ScenarioError(
    string File, int Line, int Column, string Key, string Problem, string? Expected = null, string? Nearest = null)
{
    /// <summary>A right value: "hfov_deg: 69"; null where none is known.</summary>
    public string? Example { get; init; }

    public ScenarioError(SourcePosition position, string key, string problem, string? expected = null, string? nearest = null)
        : this(position.File, position.Line, position.Column, key, problem, expected, nearest)
    {
    }

    /// <summary>
    /// What stands in a shared anchor is read once for each alias: the same problem at the same place, under keys that differ only in what
    /// leads there, is one error.
    /// </summary>
    public static IEnumerable<ScenarioError> Once(IEnumerable<ScenarioError> errors) =>
        errors.DistinctBy(error => error.Line == 0 ? error : error with { Key = LastPart(error.Key) });

    /// <summary>One line: position, key, problem, what was expected, the nearest name, an example. What a terminal would obey is shown as its code.</summary>
    public override string ToString()
    {
        bool isOption = Line == 0 && File == $"--{Key}";
        string key = Key.Length > 0 && !isOption ? $"{Key}: " : "";
        string expected = Expected is null ? "" : $"; expected {Expected}";
        string nearest = Nearest is null ? "" : $"; did you mean '{Nearest}'?";
        string example = Example is null ? "" : $"; example: {(isOption ? $"--{Example.Replace(": ", " ", StringComparison.Ordinal)}" : Example)}";
        return PrintableText.Of($"{new SourcePosition(File, Line, Column)}: {key}{Problem}{expected}{nearest}{example}");
    }

    // "width" of "cameras[3].width", "sensor[]" of "cameras[3].sensor[1]".
    private static string LastPart(string key)
    {
        string part = key[(key.LastIndexOf('.') + 1)..];
        return part.EndsWith(']') ? $"{part[..Math.Max(part.LastIndexOf('['), 0)]}[]" : part;
    }
}

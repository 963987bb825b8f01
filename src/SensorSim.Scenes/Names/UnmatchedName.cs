using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Names;

/// <summary>The error of a name or a pattern that nothing has.</summary>
internal static class UnmatchedName
{
    private const int Listed = 12;

    /// <param name="at">Where it was written.</param>
    /// <param name="key">Under which key.</param>
    /// <param name="noun">What has names: "object of the scene".</param>
    /// <param name="pattern">As written.</param>
    /// <param name="names">That there are.</param>
    /// <param name="isNearSought">Whether to look for what was probably meant.</param>
    /// <param name="example">Of a right name; none by default.</param>
    /// <param name="other">What may stand there in place of a name.</param>
    public static ScenarioError Error(SourcePosition at, string key, string noun, string pattern, string[] names, bool isNearSought = true, Func<string, string?>? example = null, string? other = null)
    {
        string more = names.Length > Listed ? ", …" : "";
        string? expected = names.Length > 0 ? $"{(other is null ? "" : $"{other} or ")}one of {string.Join(", ", names.Take(Listed))}{more}" : other is null ? null : $"{other}: there is no {noun}";
        IEnumerable<string> patterns = names.Select(n => n.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') + "*");
        string? nearest = isNearSought ? NearestName.Of(pattern, pattern.Contains('*', StringComparison.Ordinal) ? patterns : names) : null;
        return new(at, key, names.Length > 0 || other is not null ? $"no {noun} matches '{pattern}'" : $"no {noun} matches '{pattern}': there is none", expected, nearest) { Example = (nearest ?? names.FirstOrDefault()) is { } right ? example?.Invoke(right) : null };
    }
}

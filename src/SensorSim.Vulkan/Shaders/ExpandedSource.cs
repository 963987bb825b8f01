using System.Globalization;
using System.Text.RegularExpressions;

namespace SensorSim.Vulkan.Shaders;

/// <summary>A shader with its includes in place, as the compiler gets it.</summary>
/// <param name="Text">GLSL without <c>#include</c>.</param>
/// <param name="MissingIncludes">Names of files that were not found; the text has <c>#error missing_include_I</c> in their place.</param>
internal sealed partial record ExpandedSource(string Text, IReadOnlyList<string> MissingIncludes)
{
    /// <summary>The compiler cuts the text of an <c>#error</c> into tokens, so it carries a number and the name is put in here.</summary>
    public string Explain(string message) =>
        Missing().Match(message) is { Success: true } match
            ? $"'{MissingIncludes[int.Parse(match.Groups["index"].ValueSpan, CultureInfo.InvariantCulture)]}' was not found beside the including file, in memory or in any include root"
            : message;

    [GeneratedRegex(@"missing_include_(?<index>\d+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Missing();
}

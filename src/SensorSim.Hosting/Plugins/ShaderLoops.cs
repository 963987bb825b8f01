using System.Text.RegularExpressions;
using SensorSim.Plugins;
using static System.FormattableString;

namespace SensorSim.Hosting.Plugins;

/// <summary>Loops in a plugin's GLSL whose rounds are not counted in steps that are written as numbers. One that does not end hangs a GPU, and the software device ends it unseen.</summary>
public static partial class ShaderLoops
{
    /// <summary>Where each <c>while</c>, and each <c>for</c> without a condition or with a step that may be 0, is, as FILE:LINE, in the order of files and lines.</summary>
    public static string[] WithoutCount(InstalledPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        return [.. Directory.EnumerateFiles(plugin.Directory, "*.glsl").Order(StringComparer.Ordinal).SelectMany(file => LinesOf(File.ReadAllText(file))
            .Select(line => Invariant($"{Path.Combine(PluginSource.Of(plugin.Directory), Path.GetFileName(file))}:{line}")))];
    }

    /// <summary>The line for a person about them.</summary>
    /// <param name="uncounted">Of <see cref="WithoutCount"/>.</param>
    public static string MayNotEnd(string[] uncounted)
    {
        ArgumentNullException.ThrowIfNull(uncounted);
        return $"{string.Join(", ", uncounted)}: a loop whose rounds nothing counts; should it not end, a GPU hangs, and a software device ends it unseen: let a for count them";
    }

    /// <summary>Whether GLSL has loops, counted or not.</summary>
    public static bool AnyIn(string source) => Loop().IsMatch(WithoutComments(source));

    private static IEnumerable<int> LinesOf(string source)
    {
        string code = WithoutComments(source);
        return Loop().Matches(code).Where(loop => !Counted().IsMatch(code[loop.Index..])).Select(loop => 1 + code.AsSpan(0, loop.Index).Count('\n'));
    }

    // Lines keep their numbers.
    private static string WithoutComments(string source) => Comment().Replace(source, comment => new string('\n', comment.Value.Count(letter => letter == '\n')));

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\b(while|for)\s*\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Loop();

    [GeneratedRegex(@"^for\s*\([^;]*;\s*[^;\s][^;]*;[^{;]*(\w\s*(\+\+|--)|(\+\+|--)\s*\w|[+-]=\s*0*\.?0*[1-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counted();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SensorSim.Vulkan.Shaders;

/// <summary>
/// Puts the text of included files in the place of each <c>#include</c>, with <c>#line</c> directives so that errors name file and line.
/// The result is all that the compiler sees, so its digest tells two shaders apart. Conditions are not evaluated: a missing file
/// becomes an <c>#error</c>, which only speaks where the line is in effect.
/// </summary>
internal sealed partial class IncludeExpander(IncludeResolver resolver)
{
    private readonly StringBuilder output = new();
    private readonly Stack<string> open = new();
    private readonly List<string> missing = [];

    public static ExpandedSource Expand(IncludeResolver resolver)
    {
        var expander = new IncludeExpander(resolver);
        expander.Append(resolver.Main());
        return new(expander.output.ToString(), expander.missing);
    }

    private void Append(SourceFile file)
    {
        open.Push(file.Path);
        bool isMain = open.Count == 1;
        if (!isMain)
            AppendLineDirective(1, file.Path);
        bool isComment = false;
        int number = 0;
        foreach (string line in file.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            Match include = isComment ? Match.Empty : Include().Match(line);
            if (include.Success)
                AppendIncluded(include, file.Path, number);
            else
                output.Append(line).Append('\n');
            isComment = EndsInComment(line, isComment);
            if (isMain && Version().IsMatch(line))
                AppendHeader(number, file.Path);
        }

        open.Pop();
    }

    private void AppendIncluded(Match include, string includingFile, int line)
    {
        string name = include.Groups["name"].Value;
        SourceFile? included = resolver.Resolve(name, include.Groups["quote"].Value == "\"", includingFile);
        if (included is null)
            AppendMissing(name);
        else if (!open.Contains(included.Path, StringComparer.Ordinal))
            Append(included);
        AppendLineDirective(line + 1, includingFile);
    }

    private void AppendMissing(string name)
    {
        output.Append(CultureInfo.InvariantCulture, $"#error missing_include_{missing.Count}\n");
        missing.Add(name);
    }

    private void AppendHeader(int versionLine, string file)
    {
        output.Append("#extension GL_GOOGLE_cpp_style_line_directive : enable\n");
        AppendLineDirective(versionLine + 1, file);
    }

    private void AppendLineDirective(int line, string file) => output.Append(CultureInfo.InvariantCulture, $"#line {line} \"{file}\"\n");

    private static bool EndsInComment(string line, bool isComment)
    {
        for (int i = 0; i < line.Length - 1; i++)
        {
            if (!isComment && line[i] == '/' && line[i + 1] == '/')
                return false;
            if ((line[i], line[i + 1]) != (isComment ? ('*', '/') : ('/', '*')))
                continue;
            isComment = !isComment;
            i++;
        }

        return isComment;
    }

    [GeneratedRegex("""^[ \t]*#[ \t]*include[ \t]*(?<quote>["<])(?<name>[^">]+)[">]""", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Include();

    [GeneratedRegex(@"^[ \t]*#[ \t]*version\b", RegexOptions.None, 5000)]
    private static partial Regex Version();
}

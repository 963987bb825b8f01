using System.Text.RegularExpressions;

namespace SensorSim.UnitTests.Architecture;

/// <summary>One C# file and the types it declares. Top-level types begin in the first column, because namespaces are file-scoped.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    public int LineCount => Text.Count(character => character == '\n');

    /// <summary>Name without arity and part: <c>Stage</c> for Stage{T}.cs and Stage.Parameters.cs.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path).Split('.', '{')[0];

    public IReadOnlyList<string> PublicTypes => [.. PublicType().Matches(Text).Select(match => match.Groups["name"].Value)];

    /// <summary>The words of the name: "GpuScene" is "Gpu", "Scene".</summary>
    public IReadOnlyList<string> Words => [.. Word().Matches(Name).Select(match => match.Value)];

    /// <summary>Every so many lines that follow each other, without blank ones, usings and the namespace.</summary>
    public IEnumerable<string> Passages(int lines)
    {
        string[] said = [.. Text.Split('\n').Where(line => !line.StartsWith("using", StringComparison.Ordinal) && !line.StartsWith("namespace", StringComparison.Ordinal)).Select(line => line.Trim()).Where(line => line.Length > 0)];
        return Enumerable.Range(0, Math.Max(0, said.Length - lines + 1)).Select(first => string.Join('\n', said.Skip(first).Take(lines)));
    }

    public override string ToString() => Path;

    [GeneratedRegex(
        @"^public (?:(?:sealed|static|abstract|readonly|partial|unsafe|ref) )*(?:class|struct|interface|enum|record(?: struct| class)?|delegate [^(]*?) ?(?<name>[A-Z]\w*)(?=[\s<(:;{]|$)",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex PublicType();

    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z][a-z0-9]*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

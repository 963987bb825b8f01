using System.Text.RegularExpressions;

namespace SensorSim.UnitTests.Architecture;

/// <summary>A GLSL file without its comments, and the branches and loops that all invocations of a draw take alike.</summary>
internal sealed partial class ShaderSource
{
    /// <summary>What says nothing about who asks: types, constructors and functions of their arguments alone.</summary>
    private static readonly HashSet<string> _neutral = new(StringComparer.Ordinal)
    {
        "uint", "int", "float", "bool", "vec2", "vec3", "vec4", "ivec2", "ivec3", "ivec4", "uvec2", "uvec3", "uvec4", "bvec2", "bvec3", "bvec4",
        "min", "max", "abs", "clamp", "mix", "sign", "floor", "ceil", "any", "all", "not", "lessThan", "greaterThan", "equal", "notEqual", "dot", "length", "true", "false",
    };

    private readonly string _text;

    public ShaderSource(string path, string text)
    {
        Path = path;
        _text = Comment().Replace(text, match => new string('\n', match.Value.Count(character => character == '\n')));
    }

    public string Path { get; }

    /// <summary>Instances of push constants and uniform blocks, and what is a copy of one throughout the file.</summary>
    public IEnumerable<string> Blocks => Block().Matches(_text).Concat(Copy().Matches(_text)).Select(match => match.Groups["name"].Value);

    /// <summary>Conditions that are made of constants and fields of uniform blocks alone: "file:line: condition".</summary>
    /// <param name="blocks">Instances of uniform blocks, of all files.</param>
    public IEnumerable<string> UniformBranches(IReadOnlySet<string> blocks)
    {
        foreach (Match branch in Branch().Matches(_text))
        {
            string inner = Inside(branch.Index + branch.Length);
            HashSet<string> uniforms = UniformsAt(branch.Index, blocks);
            if (IsUniform(branch.Groups["word"].Value == "for" ? BoundOf(inner, uniforms) : inner, uniforms))
            {
                yield return FormattableString.Invariant($"{Path}:{1 + _text[..branch.Index].Count(character => character == '\n')}: {inner}");
            }
        }
    }

    // A counter that begins at a constant is no one's own.
    private static string BoundOf(string loop, HashSet<string> uniforms)
    {
        string[] parts = loop.Split(';');
        Match counter = Counter().Match(parts[0]);
        return counter.Success && !HasOwn(counter.Groups["value"].Value, uniforms)
            ? Regex.Replace(parts[1], $@"\b{counter.Groups["name"].Value}\b", "0", RegexOptions.None, TimeSpan.FromSeconds(1))
            : parts[1];
    }

    private static bool IsUniform(string expression, HashSet<string> uniforms) =>
        Names(expression).Any(uniforms.Contains) && !HasOwn(expression, uniforms);

    // Constants are in capitals. Fields follow a point; a method's value, such as a buffer's length, is as much its own as the buffer.
    private static bool HasOwn(string expression, HashSet<string> uniforms) =>
        Names(expression).Any(name => !uniforms.Contains(name) && !_neutral.Contains(name) && name.Any(char.IsLower));

    private static IEnumerable<string> Names(string expression) => Name().Matches(expression).Select(match => match.Value);

    // The blocks, and locals that only repeat their fields, in the function that a place is in.
    private HashSet<string> UniformsAt(int place, IReadOnlySet<string> blocks)
    {
        var copies = new HashSet<string>(blocks, StringComparer.Ordinal);
        int function = _text.LastIndexOf("\n}", place, StringComparison.Ordinal) + 1;
        foreach (Match local in Local().Matches(_text[function..place]))
        {
            if (IsUniform(local.Groups["value"].Value, copies))
            {
                copies.Add(local.Groups["name"].Value);
            }
        }

        return copies;
    }

    private string Inside(int start)
    {
        int depth = 1, end = start;
        for (; depth > 0; end++)
        {
            depth += _text[end] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return _text[start..(end - 1)];
    }

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\buniform\s+\w+\s*\{[^}]*\}\s*(?<name>\w+)\s*;", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\w+ (?<name>\w+) = \w+\.values;", RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Copy();

    [GeneratedRegex(@"\b(?<word>if|while|for|switch)\s*\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Branch();

    [GeneratedRegex(@"\b\w+\s+(?<name>\w+)\s*=(?<value>.*)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Counter();

    [GeneratedRegex(@"\b\w+ (?<name>\w+) = (?<value>[^;]+);", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Local();

    [GeneratedRegex(@"(?<![\w.])[A-Za-z_]\w*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}

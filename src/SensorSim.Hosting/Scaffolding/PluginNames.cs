using System.Globalization;
using System.Text.RegularExpressions;

namespace SensorSim.Hosting.Scaffolding;

/// <summary>The names of a new plugin, which all follow from its id.</summary>
/// <param name="Id">Lower-case words joined by dots or hyphens: <c>my.dead-pixels</c>.</param>
public sealed partial record PluginNames(string Id)
{
    /// <summary>Files, classes and functions are named after it, and a file's name has 255 bytes at most.</summary>
    private const int LongestId = 100;

    // Of one word a GLSL function would have that name, and these are taken: by the language, or by the code around every stage.
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "sample", "filter", "texture", "sampler", "image", "buffer", "shared", "smooth", "flat", "precise", "patch", "common", "partition", "active", "input", "output",
        "resource", "hvec", "noise", "half", "fixed", "long", "short", "double", "float", "int", "bool", "void", "main", "run", "frame", "source", "target", "signal", "site",
        "mix", "step", "clamp", "floor", "round", "exp", "log", "pow", "sqrt", "abs", "sign", "min", "max", "dot", "cross", "sin", "cos", "tan", "length", "distance", "normalize",
        "random_uniform", "random_normal", "random_poisson", "random_draw", "random_word", "sample_random", "sample_pattern", "row_random", "row_pattern", "column_random", "column_pattern",
        "pattern_index", "from_middle", "srgb_encode", "signal_at", "input_at", "filter_color_at", "site_at", "layer_signal", "stage_coefficient", "frame_float", "check_finite", "enter_stage",
    };

    /// <summary>Of the project, its assembly and its namespace: <c>MyDeadPixelsPlugin</c>. The last word keeps it apart from all types.</summary>
    public string Project => $"{Pascal(Id)}Plugin";

    /// <summary>What the classes' names begin with: <c>DeadPixels</c>.</summary>
    public string Name => Pascal(Id[(Id.LastIndexOf('.') + 1)..]);

    /// <summary>Of the GLSL function and its file: <c>my_dead_pixels</c>.</summary>
    public string Shader => Id.Replace('.', '_').Replace('-', '_');

    /// <exception cref="ScaffoldingException">No plugin can have that id; the message says which would do.</exception>
    public static PluginNames Of(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (id.Length > LongestId)
        {
            throw new ScaffoldingException(string.Create(
                CultureInfo.InvariantCulture, $"\"{id[..20]}…\" has {id.Length} characters, and a new plugin's name has {LongestId} at most: files and functions are named after it. Give it a shorter one."));
        }

        if (!IdPattern().IsMatch(id))
        {
            string near = Near(id);
            string hint = IdPattern().IsMatch(near) ? $" Did you mean {near}?" : "";
            throw new ScaffoldingException(
                $"\"{id}\" is no plugin's name: lower-case words of letters and digits, joined by dots or hyphens, each behind a dot beginning with a letter, such as my.dead-pixels.{hint}");
        }

        var names = new PluginNames(id);
        return Taken.Contains(names.Shader) || names.Shader.StartsWith("gl_", StringComparison.Ordinal)
            ? throw new ScaffoldingException($"\"{id}\" makes {names.Shader} in GLSL, which has a meaning there. Give it a first name: my.{id}.")
            : names;
    }

    private static string Pascal(string id) => string.Concat(id.Split('.', '-').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    // DeadPixels, dead_pixels and "dead pixels" mean dead-pixels.
    private static string Near(string id) =>
        SeparatorPattern().Replace(CapitalPattern().Replace(id, "-"), "-").Trim('-').ToLowerInvariant();

    [GeneratedRegex(@"\A[a-z][a-z0-9]*(-[a-z0-9]+)*(\.[a-z][a-z0-9]*(-[a-z0-9]+)*)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])", RegexOptions.None, 1000)]
    private static partial Regex CapitalPattern();

    [GeneratedRegex(@"[^\p{L}\p{N}.]+", RegexOptions.None, 1000)]
    private static partial Regex SeparatorPattern();
}

using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace SensorSim.Vulkan.Shaders;

/// <summary>
/// A shader with every file that it can include, found by reading the text only: branches of <c>#if</c> that are off count too,
/// which can only make two digests differ that need not.
/// </summary>
internal static partial class SourceClosure
{
    /// <summary>Raise when the way of compiling changes.</summary>
    private const string Recipe = "shaderc GLSL 460, Vulkan 1.3, performance, recipe 1";

    /// <returns>SHA-256 over sources, definitions, stage and options, in lower-case hexadecimal.</returns>
    public static string Digest(ShaderSource source, IncludeResolver resolver)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Recipe, source.Stage.ToString());
        foreach ((string name, string value) in source.Defines.OrderBy(define => define.Key, StringComparer.Ordinal))
            Append(hash, "define", name, value);
        foreach (SourceFile file in Files(resolver.Main(), resolver))
            Append(hash, "file", file.Path, file.Text);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static List<SourceFile> Files(SourceFile main, IncludeResolver resolver)
    {
        var files = new List<SourceFile> { main };
        var seen = new HashSet<string>(StringComparer.Ordinal) { main.Path };
        for (int i = 0; i < files.Count; i++)
        {
            SourceFile including = files[i];
            foreach (Match match in Include().Matches(including.Text))
            {
                bool isQuoted = match.Groups["quote"].ValueSpan is "\"";
                // A missing file is no error here: the compiler says so if the line is in effect.
                SourceFile? included = resolver.Resolve(match.Groups["name"].Value, isQuoted, including.Path);
                if (included is not null && seen.Add(included.Path))
                    files.Add(included);
            }
        }

        return files;
    }

    // Each text is preceded by its length, so that no two sequences of texts hash alike.
    private static void Append(IncrementalHash hash, params ReadOnlySpan<string> texts)
    {
        foreach (string text in texts)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
            hash.AppendData(bytes);
        }
    }

    [GeneratedRegex("""^[ \t]*#[ \t]*include[ \t]*(?<quote>["<])(?<name>[^">\r\n]+)[">]""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Include();
}

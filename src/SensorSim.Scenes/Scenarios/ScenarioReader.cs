using System.Security.Cryptography;
using System.Text;
using SensorSim.Scenes.Scenarios.Sections;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios;

/// <summary>Reads scenario files (YAML) and reports everything that is wrong at once.</summary>
public static class ScenarioReader
{
    /// <summary>A larger file is refused before it is read.</summary>
    public const int MaximumBytes = 1 << 20;

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="path">Kept as given: messages and relative paths use it.</param>
    /// <param name="overrides">"key=value", applied in order before anything is checked; see <see cref="ScenarioOverrides"/>.</param>
    public static ScenarioReading ReadFile(string path, IReadOnlyList<string>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!File.Exists(path))
        {
            return Failure(path, Directory.Exists(path) ? "this is a folder" : "there is no such file", "a scenario file (YAML)");
        }

        if (Path.GetExtension(path).ToUpperInvariant() is ".GLB" or ".GLTF")
        {
            return Failure(path, "this is a scene", "a scenario file (YAML); a scene alone goes with --scene");
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > MaximumBytes)
            {
                return Failure(path, $"the file has {file.Length} bytes", $"at most {MaximumBytes}");
            }

            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Read(bytes, path, overrides);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Failure(path, $"the file cannot be read: {e.Message}");
        }
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">YAML in UTF-8.</param>
    /// <param name="path">The name that messages and relative paths use.</param>
    /// <param name="overrides">As in <see cref="ReadFile"/>.</param>
    public static ScenarioReading Read(ReadOnlySpan<byte> utf8, string path, IReadOnlyList<string>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        string text;
        try
        {
            text = s_strictUtf8.GetString(utf8).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return Failure(path, "the file is not UTF-8 text");
        }

        var log = new ReadingLog();
        LocatedNode? root = YamlTree.Parse(text, mark => new(path, (int)mark.Line, (int)mark.Column), log.Errors);
        if (root is not null)
        {
            root = ScenarioOverrides.Apply(root, overrides ?? [], log);
        }

        Scenario? scenario = root is null ? null : ScenarioSection.Read(root, log);
        return log.Errors.Count == 0 && scenario is not null
            ? new(Identify(scenario, path, utf8, overrides), [], log.PluginUses)
            : new(null, [.. ScenarioError.Once(log.Errors).OrderBy(e => e.File == path).ThenBy(e => e.Line).ThenBy(e => e.Column)], log.PluginUses);
    }

    private static Scenario Identify(Scenario scenario, string path, ReadOnlySpan<byte> utf8, IReadOnlyList<string>? overrides) =>
        scenario with { File = path, Sha256 = Convert.ToHexStringLower(SHA256.HashData(utf8)), Overrides = overrides ?? [] };

    private static ScenarioReading Failure(string path, string problem, string? expected = null) =>
        new(null, [new(new SourcePosition(path, 0, 0), "", problem, expected)], []);
}

using System.Security.Cryptography;
using System.Text;
using SensorSim.Scenes.Files;
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
        if (FileKinds.Obstacle(path) is { } obstacle)
        {
            return Failure(path, obstacle, "a scenario file (YAML)");
        }

        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".GLB" or ".GLTF": return Failure(path, "this is a scene", "a scenario file (YAML); a scene alone goes with --scene");
            case ".HDR": return Failure(path, "this is an environment", "a scenario file (YAML) that names it: environment: { hdr: FILE }");
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

        Scenario? draft = root is not null && ScenarioSection.Read(root, log) is { } read ? Identify(read, path, utf8, overrides) : null;
        return new(log.Errors.Count == 0 ? draft : null, [.. InOrder(ScenarioError.Once(log.Errors), path)], log.PluginUses) { Draft = draft };
    }

    /// <summary>Errors of the command line first, then those of the file from top to bottom.</summary>
    public static IEnumerable<ScenarioError> InOrder(IEnumerable<ScenarioError> errors, string path) =>
        errors.OrderBy(error => error.File == path).ThenBy(error => error.Line).ThenBy(error => error.Column);

    private static Scenario Identify(Scenario scenario, string path, ReadOnlySpan<byte> utf8, IReadOnlyList<string>? overrides) =>
        scenario with { File = path, Sha256 = Convert.ToHexStringLower(SHA256.HashData(utf8)), Overrides = overrides ?? [] };

    private static ScenarioReading Failure(string path, string problem, string? expected = null) =>
        new(null, [new(new SourcePosition(path, 0, 0), "", problem, expected)], []);
}

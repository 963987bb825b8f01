using System.Security.Cryptography;
using System.Text;
using SensorSim.Scenes.Files;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary>One file of a scenario.</summary>
/// <param name="Path">As given.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Root">What it holds; null when that is no YAML.</param>
internal sealed record ScenarioFile(string Path, string Sha256, LocatedNode? Root)
{
    /// <summary>A larger file is refused before it is read.</summary>
    public const int MaximumBytes = 1 << 20;

    private static readonly UTF8Encoding s_strictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes of a file, or why there are none.</summary>
    public static (byte[] Bytes, ScenarioError? Obstacle) Load(string path)
    {
        if (FileKinds.Obstacle(path) is { } obstacle)
        {
            string? nearest = NearestFile.Of(path, ".yaml", ".yml");
            string library = nearest is null && !System.IO.Path.Exists(path) ? ", such as sensorsim scenarios list names" : "";
            return ([], Failure(path, obstacle, $"a scenario file (YAML){library}", nearest));
        }

        switch (System.IO.Path.GetExtension(path).ToUpperInvariant())
        {
            case ".GLB" or ".GLTF": return ([], Failure(path, "this is a scene", "a scenario file (YAML); a scene alone goes with --scene"));
            case ".HDR": return ([], Failure(path, "this is an environment", "a scenario file (YAML) that names it: environment: { hdr: FILE }"));
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            if (file.Length > MaximumBytes)
            {
                return ([], Failure(path, $"the file has {file.Length} bytes", $"at most {MaximumBytes}"));
            }

            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return (bytes, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ([], Failure(path, $"the file cannot be read: {e.Message}"));
        }
    }

    /// <summary>Takes the YAML apart; what is wrong with it goes into the log.</summary>
    public static ScenarioFile Parse(ReadOnlySpan<byte> utf8, string path, ReadingLog log)
    {
        string sha256 = Convert.ToHexStringLower(SHA256.HashData(utf8));
        try
        {
            string text = s_strictUtf8.GetString(utf8).TrimStart('\uFEFF');
            return new(path, sha256, YamlTree.Parse(text, mark => new(path, (int)mark.Line, (int)mark.Column), log.Errors));
        }
        catch (DecoderFallbackException)
        {
            log.Errors.Add(Failure(path, "the file is not UTF-8 text"));
            return new(path, sha256, null);
        }
    }

    private static ScenarioError Failure(string path, string problem, string? expected = null, string? nearest = null) => new(new SourcePosition(path, 0, 0), "", problem, expected, nearest);
}

using System.Security.Cryptography;
using System.Text;
using SensorSim.Scenes.Scenarios.Sections;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Reading;

/// <summary>Reads scenario files (YAML) and reports everything that is wrong at once.</summary>
public static class ScenarioReader
{
    /// <summary>A larger file is refused before it is read.</summary>
    public const int MaximumBytes = ScenarioFile.MaximumBytes;

    /// <summary>An example helps whoever mends a few mistakes.</summary>
    private const int MostExamples = 1000;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Kept as given: messages and relative paths use it.</param>
    /// <param name="overrides">"key=value", applied in order before anything is checked; see <see cref="ScenarioOverrides"/>.</param>
    public static ScenarioReading ReadFile(string path, IReadOnlyList<string>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        (byte[] bytes, ScenarioError? obstacle) = ScenarioFile.Load(path);
        return obstacle is null ? Read(bytes, path, overrides) : new(null, [obstacle], []) { Files = [path] };
    }

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="utf8">YAML in UTF-8.</param>
    /// <param name="path">The name that messages and relative paths use.</param>
    /// <param name="overrides">As in <see cref="ReadFile"/>.</param>
    public static ScenarioReading Read(ReadOnlySpan<byte> utf8, string path, IReadOnlyList<string>? overrides = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        var log = new ReadingLog(path);
        var inheritance = new Inheritance(log);
        LocatedNode? root = inheritance.Resolve(ScenarioFile.Parse(utf8, path, log));
        root = root is null ? null : ScenarioOverrides.Apply(root, overrides ?? [], log);
        Scenario? draft = root is not null && ScenarioSection.Read(root, log) is { } read ? Identify(read, inheritance.Files, overrides) with { DataFiles = log.DataFiles, Angles = [.. log.Angles.Distinct()] } : null;
        ScenarioError[] errors = [.. InOrder(ScenarioError.Once(log.Errors), path).Select((error, i) => i < MostExamples && error.Example is null ? error with { Example = KeyExamples.Of(error) } : error)];
        return new(errors.Length == 0 ? draft : null, errors, log.PluginUses) { Draft = draft, Files = inheritance.Paths };
    }

    /// <summary>Errors of the command line first, then those of the file from top to bottom, then those of the files that it extends.</summary>
    public static IEnumerable<ScenarioError> InOrder(IEnumerable<ScenarioError> errors, string path) => errors
        .OrderBy(error => error.File == path ? 1 : error.Line == 0 ? 0 : 2)
        .ThenBy(error => error.File, StringComparer.Ordinal).ThenBy(error => error.Line).ThenBy(error => error.Column);

    private static Scenario Identify(Scenario scenario, IReadOnlyList<ScenarioFile> files, IReadOnlyList<string>? overrides) =>
        scenario with { File = files[0].Path, Sha256 = DigestOf(files), Overrides = overrides ?? [] };

    // What "sha256sum FILES | cut -c1-64 | sha256sum" prints. Names are not in it: the files themselves say whom they extend.
    private static string DigestOf(IReadOnlyList<ScenarioFile> files) => files.Count == 1
        ? files[0].Sha256
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(files.Select(file => file.Sha256 + '\n')))));
}

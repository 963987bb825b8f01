using SensorSim.Scenes.Cousins.Distributions;

namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>What the sections of a scenario report while they are read.</summary>
/// <param name="file">The scenario's own file.</param>
internal sealed class ReadingLog(string file)
{
    /// <summary>A file with more errors is no scenario with typing mistakes, and a search takes longer than all else.</summary>
    private const int MostNearest = 100;

    public List<ScenarioError> Errors { get; } = [];

    public List<LocatedPluginUse> PluginUses { get; } = [];

    /// <summary>Numbers under keys that end with degrees, each as often as it was read.</summary>
    public List<WrittenAngle> Angles { get; } = [];

    /// <summary>Files of data that values come from, as seen from the scenario's folder → SHA-256 in lower-case hex.</summary>
    public SortedDictionary<string, string> DataFiles { get; } = new(StringComparer.Ordinal);

    /// <summary>The bytes of those files, each read once however often it is named.</summary>
    public Dictionary<string, byte[]> DataBytes { get; } = new(StringComparer.Ordinal);

    /// <summary>What a column of a file of data gave, or what is wrong with it.</summary>
    public Dictionary<(string File, string Column), (EmpiricalDistribution? Values, string? Problem)> Measured { get; } = [];

    public void Add(LocatedNode at, string key, string problem, string? expected = null, string? nearest = null) =>
        Errors.Add(new(at.Position, key, problem, expected, nearest));

    /// <summary>Keeps a number if it is one of degrees; the draws of <c>cousins.vary</c> are kept as draws.</summary>
    public void NoteAngle(LocatedScalar at, string key, double value)
    {
        string name = key.EndsWith(']') ? key[..key.LastIndexOf('[')] : key;
        if ((name.EndsWith("_deg", StringComparison.Ordinal) || name.EndsWith("_deg_s", StringComparison.Ordinal)) && !name.StartsWith("cousins.vary", StringComparison.Ordinal))
        {
            Angles.Add(new(at.Position, name, value));
        }
    }

    /// <summary>What was probably meant; null where nothing is near, and behind many errors.</summary>
    public string? Nearest(string given, IEnumerable<string> candidates) => Errors.Count < MostNearest ? ScalarReader.Nearest(given, candidates) : null;

    /// <summary>A path as seen from the scenario's folder: one that a base says is relative to the base's.</summary>
    public string Relocate(string path, SourcePosition writtenAt) =>
        writtenAt.Line == 0 || writtenAt.File == file || path.StartsWith("builtin:", StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal)
            ? path
            : Path.GetRelativePath(FolderOf(file), Path.Combine(FolderOf(writtenAt.File), path));

    /// <summary>A path in the scenario's folder as seen from the working directory.</summary>
    public string Resolve(string path) => Path.Combine(Path.GetDirectoryName(file) ?? "", path);

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;
}

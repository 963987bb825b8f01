using SensorSim.Plugins;

namespace SensorSim.Hosting.Profiles;

/// <summary>The profiles that lie beside the program and in the folders of <see cref="DirectoriesVariable"/>; any other is named by its path.</summary>
public sealed class ProfileCatalog
{
    /// <summary>Environment variable that names more folders of profiles, separated like PATH.</summary>
    public const string DirectoriesVariable = "SENSORSIM_PROFILES";

    private const string Extension = ".json";

    private readonly SortedDictionary<string, string> _files = new(StringComparer.Ordinal);

    private ProfileCatalog(IEnumerable<string> directories)
    {
        foreach (string file in directories.SelectMany(directory => Directory.EnumerateFiles(directory, "*" + Extension).Order(StringComparer.Ordinal)))
        {
            _files.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        }
    }

    /// <summary>Names that need no path.</summary>
    public IReadOnlyCollection<string> Names => _files.Keys;

    /// <summary>Those of the standard folders; a folder that is not there holds none.</summary>
    public static ProfileCatalog Standard()
    {
        string[] named = (Environment.GetEnvironmentVariable(DirectoriesVariable) ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(((IEnumerable<string>)[.. named, Path.Combine(AppContext.BaseDirectory, "profiles")]).Where(Directory.Exists));
    }

    /// <summary>A profile by name, or by the path of its file.</summary>
    /// <exception cref="ProfileException">There is none, or its file is wrong; the message says what to do.</exception>
    public SensorProfile Require(string nameOrPath)
    {
        ArgumentNullException.ThrowIfNull(nameOrPath);
        if (_files.TryGetValue(nameOrPath, out string? file))
        {
            return ProfileReader.Read(file);
        }

        return nameOrPath.EndsWith(Extension, StringComparison.Ordinal)
            ? ProfileReader.Read(nameOrPath)
            : throw new ProfileException($"There is no profile \"{nameOrPath}\"; a file of your own is named by its path and ends in {Extension}.{NearestName.Hint(nameOrPath, Names)}");
    }
}

using System.Text.Json;

namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Reads the driver manifests that the Vulkan loader would read, and loads what they name.</summary>
internal static class DriverProbe
{
    private static readonly string[] OverrideVariables = ["VK_DRIVER_FILES", "VK_ICD_FILENAMES"];

    /// <summary>The variable that replaces the loader's search, as "NAME=VALUE", or null.</summary>
    public static string? Override =>
        OverrideVariables
            .Select(name => (name, value: Environment.GetEnvironmentVariable(name)))
            .Where(variable => !string.IsNullOrEmpty(variable.value))
            .Select(variable => $"{variable.name}={variable.value}")
            .FirstOrDefault();

    public static IReadOnlyList<DriverFact> ProbeAll() => [.. Manifests().Distinct(StringComparer.Ordinal).Select(Probe)];

    public static DriverFact Probe(string manifestPath)
    {
        try
        {
            using var manifest = JsonDocument.Parse(File.ReadAllBytes(manifestPath));
            string? library = manifest.RootElement.GetProperty("ICD").GetProperty("library_path").GetString();
            return library is null
                ? new(manifestPath, null, "ICD.library_path is null")
                : new(manifestPath, library, NativeLibraryProbe.ErrorOf(Resolve(library, manifestPath)));
        }
        catch (Exception broken) when (broken is JsonException or KeyNotFoundException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return new(manifestPath, null, $"the manifest cannot be read: {broken.Message}");
        }
    }

    /// <summary>A bare name is the linker's to find; a path with a slash is relative to the manifest.</summary>
    private static string Resolve(string library, string manifestPath) =>
        library.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(library, Path.GetDirectoryName(Path.GetFullPath(manifestPath))!) : library;

    private static IEnumerable<string> Manifests() =>
        Override is { } variable
            ? variable[(variable.IndexOf('=', StringComparison.Ordinal) + 1)..].Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).SelectMany(FilesAt)
            : SearchFolders().SelectMany(FilesAt);

    private static IEnumerable<string> FilesAt(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal)
        : File.Exists(path) ? [path]
        : [];

    /// <summary>The loader's order: configuration, system, then data folders.</summary>
    private static IEnumerable<string> SearchFolders()
    {
        string home = Environment.GetEnvironmentVariable("HOME") ?? "/";
        string[] roots =
        [
            Variable("XDG_CONFIG_HOME") ?? Path.Combine(home, ".config"),
            .. (Variable("XDG_CONFIG_DIRS") ?? "/etc/xdg").Split(Path.PathSeparator),
            "/etc",
            Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local/share"),
            .. (Variable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share").Split(Path.PathSeparator),
        ];
        return roots.Where(root => root.Length > 0).Select(root => Path.Combine(root, "vulkan/icd.d"));
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}

namespace SensorSim.Hosting.Previews;

/// <summary>When files were written last and how long they are: two looks that are not equal say that something was saved between them.</summary>
public sealed class FileStamps
{
    private readonly SortedDictionary<string, (DateTime Written, long Length)> _files = new(StringComparer.Ordinal);

    private FileStamps()
    {
    }

    /// <summary>Looks at files, and at everything below folders but what editors leave there while they write. What is not there is no error: it may come.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="exceptBelow">A folder that is not looked into, wherever it lies.</param>
    public static FileStamps Of(IEnumerable<string> paths, string? exceptBelow = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var stamps = new FileStamps();
        string? except = exceptBelow is null ? null : exceptBelow.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        foreach (string path in paths.SelectMany(FilesOf).Where(path => except is null || !path.StartsWith(except, StringComparison.Ordinal)))
        {
            var file = new FileInfo(path);
            stamps._files[path] = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
        }

        return stamps;
    }

    /// <summary>The same with more files, as they are now; what was looked at before stays as it was.</summary>
    public FileStamps And(IEnumerable<string> paths)
    {
        FileStamps more = Of(paths);
        foreach ((string path, (DateTime, long) stamp) in _files)
        {
            more._files[path] = stamp;
        }

        return more;
    }

    /// <summary>The same without some files, as if nobody had looked at them.</summary>
    public FileStamps Without(IEnumerable<string> paths)
    {
        FileStamps fewer = And([]);
        foreach (string path in paths)
        {
            fewer._files.Remove(path);
        }

        return fewer;
    }

    /// <summary>Files that are new, gone or written since.</summary>
    public IReadOnlyList<string> ChangedSince(FileStamps earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return [.. _files.Keys.Union(earlier._files.Keys, StringComparer.Ordinal).Where(path => _files.GetValueOrDefault(path) != earlier._files.GetValueOrDefault(path))];
    }

    // Swap files and backups of vim, Emacs and others, and the file that vim tries a folder with.
    private static bool IsOfAnEditor(string path) => Path.GetFileName(path) is var name && (name[0] is '.' or '#' || name[^1] is '~' || name is "4913");

    private static IEnumerable<string> FilesOf(string path)
    {
        try
        {
            return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(file => !IsOfAnEditor(file))] : [path];
        }
        catch (DirectoryNotFoundException)
        {
            return []; // removed in this moment, as builds do
        }
    }
}

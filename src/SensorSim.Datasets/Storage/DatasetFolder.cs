using SensorSim.Scenes.Files;

namespace SensorSim.Datasets.Storage;

/// <summary>The folder of a dataset and what an interrupted run leaves in it.</summary>
internal static class DatasetFolder
{
    /// <summary>Of the file systems of Linux.</summary>
    private const int LongestName = 255;

    /// <param name="path">The folder to make.</param>
    /// <param name="shown">What messages name, where that is another path.</param>
    /// <exception cref="DatasetException">The folder could not be made.</exception>
    public static void Create(string path, string? shown = null)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // Every missing folder on the way is made: the one that is there holds what the system wants it to hold, as /proc does.
            throw new DatasetException(shown ?? path, "no folder can be made there. Choose another output folder.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(shown ?? path, $"the folder could not be made: {FileFailure.Reason(e)}.", e);
        }
    }

    /// <summary>Refuses a place where a run must not write, before it writes anything.</summary>
    /// <param name="root">Absolute path of the dataset's folder.</param>
    /// <param name="resume">A dataset or an unfinished run there is welcome.</param>
    /// <exception cref="DatasetException">A file, a folder with other files, or one with a dataset or run that is not to be resumed.</exception>
    public static void RequireUsable(string root, bool resume)
    {
        RequireNoFile(root);
        RequireOutsideDatasets(root);
        bool isDataset = File.Exists(Path.Combine(root, DatasetLayout.Description)), isBegun = File.Exists(Path.Combine(root, DatasetLayout.Journal));
        if (isDataset && !resume)
            throw new DatasetException(root, "the folder already holds a dataset. Choose another output folder, or --resume.");
        if (isBegun && !resume)
            throw new DatasetException(root, "the folder holds an unfinished run. Choose another output folder, or --resume to carry on.");
        if (!isDataset && !isBegun && Strangers(root) is { Length: > 0 } strangers)
            throw new DatasetException(root, File.Exists(Path.Combine(root, DatasetLayout.Frames))
                ? $"the folder holds a dataset without its {DatasetLayout.Description}, which nothing here can make again. Put that file back, or choose another output folder and render anew."
                : $"the folder holds other files ({strangers}) and no dataset. Choose a new or empty output folder.");
    }

    /// <summary>Refuses a path that no folder can have: one where a file is or that goes through one, a loop of links, a name too long.</summary>
    /// <exception cref="DatasetException">Names the file or link.</exception>
    public static void RequireNoFile(string path)
    {
        for (string? part = path; part is not null; part = Path.GetDirectoryName(part))
        {
            if (System.Text.Encoding.UTF8.GetByteCount(Path.GetFileName(part)) > LongestName)
                throw new DatasetException(path, $"the name is too long: a folder's name has at most {LongestName} bytes. Choose another output folder.");
            if (FileKinds.Of(part) is FileKind.Loop)
                throw new DatasetException(part, "this is a loop of symbolic links. Choose another output folder.");
            if (File.Exists(part))
                throw new DatasetException(part, "this is a file. Choose another output folder.");
        }
    }

    /// <summary>Refuses a folder inside a dataset, which would not verify any more.</summary>
    /// <exception cref="DatasetException">Names the dataset.</exception>
    public static void RequireOutsideDatasets(string path)
    {
        if (Path.GetDirectoryName(path) is { } parent && Enclosing(parent) is { } dataset)
            throw new DatasetException(path, $"lies inside the dataset {dataset}, which would not verify any more. Choose a folder outside of it.");
    }

    /// <summary>The folder of the dataset, finished or not, that a path is in or is; null outside of datasets.</summary>
    public static string? Enclosing(string path)
    {
        for (string? folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (IsDataset(folder))
                return folder;
        }

        return null;
    }

    // A dataset.json alone may be another program's.
    private static bool IsDataset(string folder) =>
        (File.Exists(Path.Combine(folder, DatasetLayout.Description)) && File.Exists(DatasetLayout.Resolve(folder, DatasetLayout.Checkpoint)))
        || File.Exists(DatasetLayout.Resolve(folder, DatasetLayout.Journal));

    /// <summary>Up to three names that no run left; empty when there are none. A run that died before its journal leaves a lock.</summary>
    private static string Strangers(string root)
    {
        if (!Directory.Exists(root))
            return "";
        string[] names =
        [
            .. Directory.EnumerateFileSystemEntries(root, "*", SearchOption.AllDirectories)
                .Select(entry => Path.GetRelativePath(root, entry))
                .Where(name => name is not (DatasetLayout.Provenance or DatasetLayout.Lock) && name != DatasetLayout.Journal + AtomicFile.TemporarySuffix)
                .Take(4),
        ];
        return string.Join(", ", names.Take(3)) + (names.Length > 3 ? ", …" : "");
    }

    /// <summary>Removes a folder when nothing is in it.</summary>
    public static void RemoveIfEmpty(string path)
    {
        if (Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any())
            Directory.Delete(path);
    }

    /// <summary>
    /// Removes what no record lists: unfinished files anywhere, and images of frames that are not in the journal.
    /// A file that no run would have written is left alone.
    /// </summary>
    public static void RemoveLeftovers(string root, IReadOnlySet<string> listedPaths)
    {
        // What a link leads to is another's.
        var own = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string path in Directory.EnumerateFiles(root, "*" + AtomicFile.TemporarySuffix, own))
            File.Delete(path);
        foreach (string folder in Directory.EnumerateDirectories(root))
        {
            string output = Path.GetFileName(folder);
            if (!DatasetLayout.IsOutputName(output))
                continue;
            foreach (string path in Directory.EnumerateFiles(folder))
            {
                string name = Path.GetFileName(path);
                if (DatasetLayout.IsFrameFile(name) && !listedPaths.Contains($"{output}/{name}"))
                    File.Delete(path);
            }
        }
    }
}

namespace SensorSim.Datasets.Storage;

/// <summary>The folder of a dataset and what an interrupted run leaves in it.</summary>
internal static class DatasetFolder
{
    /// <exception cref="DatasetException">The folder could not be made.</exception>
    public static void Create(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(path, $"the folder could not be made: {e.Message}", e);
        }
    }

    /// <summary>
    /// Removes what no record lists: unfinished files anywhere, and images of frames that are not in the journal.
    /// A file that no run would have written is left alone.
    /// </summary>
    public static void RemoveLeftovers(string root, IReadOnlySet<string> listedPaths)
    {
        foreach (string path in Directory.EnumerateFiles(root, "*" + AtomicFile.TemporarySuffix, SearchOption.AllDirectories))
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

namespace SensorSim.Datasets.Storage;

/// <summary>Files that are either whole or absent: written under a temporary name in the same folder, then renamed.</summary>
public static class AtomicFile
{
    /// <summary>Ends the name of a file that is not finished.</summary>
    public const string TemporarySuffix = ".tmp~";

    /// <exception cref="DatasetException">The file could not be written (no room, no permission).</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            using (Microsoft.Win32.SafeHandles.SafeFileHandle file = Begin(path))
                RandomAccess.Write(file, content, 0);
            RemoveFolder(path);
            File.Move(path + TemporarySuffix, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            RemoveTemporary(path);
            throw Failure(path, e);
        }
    }

    /// <summary>Finds out, before long work, whether a file could be begun there. Leaves nothing behind.</summary>
    /// <exception cref="DatasetException">It could not.</exception>
    public static void Try(string path)
    {
        try
        {
            Begin(path).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(path, e);
        }

        RemoveTemporary(path);
    }

    private static Microsoft.Win32.SafeHandles.SafeFileHandle Begin(string path) => File.OpenHandle(path + TemporarySuffix, FileMode.Create, FileAccess.Write);

    // The folder was there: it holds what the system wants it to hold, as /proc does.
    private static DatasetException Failure(string path, Exception e) =>
        new(path, $"could not be written: {(e is FileNotFoundException ? "no file can be made in its folder" : FileFailure.Reason(e))}.", e);

    /// <summary>A folder in the file's place is no more than any other damage, as long as nothing is in it.</summary>
    private static void RemoveFolder(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path);
    }

    /// <summary>Removes what a failed write left; where even that fails, <c>--resume</c> does it.</summary>
    public static void RemoveTemporary(string path)
    {
        try
        {
            File.Delete(path + TemporarySuffix);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure to report is that of the write.
        }
    }
}

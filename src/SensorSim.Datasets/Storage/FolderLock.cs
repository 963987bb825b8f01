namespace SensorSim.Datasets.Storage;

/// <summary>Keeps a second run out of a folder. The system lets go of the lock when its process dies, however it dies.</summary>
internal sealed class FolderLock : IDisposable
{
    /// <summary>EAGAIN, which flock answers when another process holds the lock; on Unix the runtime keeps the errno in HResult.</summary>
    private const int HeldByAnother = 11;

    private readonly FileStream _file;

    private FolderLock(string root, string file)
    {
        try
        {
            _file = Take(file, FileMode.OpenOrCreate, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            string why = e.HResult == HeldByAnother ? Occupied : $"the folder cannot be written to: {FileFailure.Reason(e)}.";
            throw new DatasetException(root, why, e);
        }
    }

    /// <summary>The lock of a dataset's folder, which is made where it is not there.</summary>
    /// <exception cref="DatasetException">Another run holds the folder, or it cannot be written.</exception>
    public static FolderLock In(string root)
    {
        DatasetFolder.Create(root);
        DatasetFolder.Create(Path.Combine(root, DatasetLayout.Provenance));
        return new(root, DatasetLayout.Resolve(root, DatasetLayout.Lock));
    }

    /// <summary>The lock of a folder that appears when it is whole: beside it.</summary>
    /// <exception cref="DatasetException">Another program is at work on the folder, or it cannot be written beside it.</exception>
    public static FolderLock Beside(string root) => new(root, $"{root}.lock{AtomicFile.TemporarySuffix}");

    /// <summary>Says that the folder is not free, and what to do.</summary>
    private static string Occupied => "another run is writing into this folder now. Wait for its end, or choose another output folder.";

    /// <summary>Whether a run is writing into the folder at this moment; writes nothing.</summary>
    public static bool IsHeld(string root) => Refusal(root) is not null;

    /// <exception cref="DatasetException">A run is writing into the folder at this moment.</exception>
    public static void RequireFree(string root)
    {
        if (Refusal(root) is { } refusal)
            throw new DatasetException(root, Occupied, refusal);
    }

    public void Dispose() => _file.Dispose();

    private static IOException? Refusal(string root)
    {
        try
        {
            if (File.Exists(DatasetLayout.Resolve(root, DatasetLayout.Lock)))
                Take(DatasetLayout.Resolve(root, DatasetLayout.Lock), FileMode.Open, FileOptions.None).Dispose();
            return null;
        }
        catch (IOException e) when (e.HResult == HeldByAnother)
        {
            return e;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null; // no run holds it; whoever writes there will learn what else is wrong
        }
    }

    private static FileStream Take(string file, FileMode mode, FileOptions options) =>
        new(file, mode, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
}

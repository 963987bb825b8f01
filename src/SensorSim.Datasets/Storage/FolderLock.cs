namespace SensorSim.Datasets.Storage;

/// <summary>Keeps a second run out of a folder. The system lets go of the lock when its process dies, however it dies.</summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream _file;

    /// <exception cref="DatasetException">Another run holds the folder, or it cannot be written.</exception>
    public FolderLock(string root)
    {
        DatasetFolder.Create(Path.Combine(root, DatasetLayout.Provenance));
        try
        {
            _file = new FileStream(
                DatasetLayout.Resolve(root, DatasetLayout.Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(root, $"the folder cannot be written to ({FileFailure.Reason(e)}); is another run using it?", e);
        }
    }

    public void Dispose() => _file.Dispose();
}

namespace SensorSim.Datasets.Storage;

/// <summary>A folder that appears whole or not at all: it is filled beside its place under another name, then renamed.</summary>
public sealed class StagedFolder : IDisposable
{
    private readonly string _target;
    private readonly FolderLock _lock;
    private bool _committed;

    /// <exception cref="DatasetException">The target exists and is not empty, or lies inside a dataset, or somebody else fills it at this moment.</exception>
    public StagedFolder(string target)
    {
        _target = System.IO.Path.GetFullPath(target).TrimEnd(System.IO.Path.DirectorySeparatorChar);
        DatasetFolder.RequireNoFile(_target);
        DatasetFolder.RequireOutsideDatasets(_target);
        if (Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any())
            throw new DatasetException(_target, "already exists and is not empty. Choose another output folder.");
        Path = _target + AtomicFile.TemporarySuffix;
        DatasetFolder.Create(System.IO.Path.GetDirectoryName(_target)!, shown: target);
        _lock = FolderLock.Beside(_target);
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        DatasetFolder.Create(Path, shown: target);
    }

    /// <summary>Where to write until <see cref="Commit"/>.</summary>
    public string Path { get; }

    public void Commit()
    {
        if (Directory.Exists(_target))
            Directory.Delete(_target);
        Directory.Move(Path, _target);
        _committed = true;
    }

    public void Dispose()
    {
        if (!_committed)
            Directory.Delete(Path, recursive: true);
        _lock.Dispose();
    }
}

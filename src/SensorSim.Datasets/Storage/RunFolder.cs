namespace SensorSim.Datasets.Storage;

/// <summary>The folder of a run, which no other run may write into until this is disposed.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly bool _isNew;
    private readonly FolderLock _lock;

    /// <exception cref="DatasetException">Another run holds the folder, or it cannot be written.</exception>
    public RunFolder(string root)
    {
        Root = root;
        _isNew = !Directory.Exists(root);
        _lock = FolderLock.In(root);
    }

    /// <summary>Absolute path.</summary>
    public string Root { get; }

    /// <summary>Refuses a folder that is not free for a run; writes nothing.</summary>
    public static void Check(string folder, bool resume)
    {
        string root = Path.GetFullPath(folder);
        FolderLock.RequireFree(root);
        DatasetFolder.RequireUsable(root, resume);
    }

    /// <summary>Leaves the folder as it was before a run that finished no frame.</summary>
    public void Abandon()
    {
        File.Delete(DatasetLayout.Resolve(Root, DatasetLayout.Journal));
        Dispose();
        DatasetFolder.RemoveIfEmpty(DatasetLayout.Resolve(Root, DatasetLayout.Provenance));
        if (_isNew)
            DatasetFolder.RemoveIfEmpty(Root);
    }

    public void Dispose() => _lock.Dispose();
}

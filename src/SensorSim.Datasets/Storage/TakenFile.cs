namespace SensorSim.Datasets.Storage;

/// <summary>A file of another dataset that becomes a frame's own, byte for byte.</summary>
/// <param name="Dataset">Where it is.</param>
/// <param name="File">Which it is: a file of its own, not part of a tar shard.</param>
public sealed record TakenFile(DatasetReader Dataset, FileReference File)
{
    /// <summary>Gives the file a second name; a copy, where the file system has no such thing.</summary>
    /// <exception cref="DatasetException">It is not the one that was written, or could not be made.</exception>
    internal FileReference PutInto(string root)
    {
        if (File.Offset is not null)
            throw new DatasetException(DatasetLayout.Resolve(Dataset.Root, File.Path), "is a tar shard; a dataset with one file for each image is expected.");
        Dataset.RequireIntact(File);
        string target = DatasetLayout.Resolve(root, File.Path);
        System.IO.File.Delete(target);
        HardLink.CreateOrCopy(DatasetLayout.Resolve(Dataset.Root, File.Path), target);
        return File;
    }
}

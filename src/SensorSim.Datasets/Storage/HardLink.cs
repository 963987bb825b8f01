using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Storage;

/// <summary>A second name for a file's bytes, where the file system has that; else a copy.</summary>
internal static partial class HardLink
{
    private const int WorkingDirectory = -100;

    // A symbolic link may lead elsewhere from another folder: what it leads to gets the name.
    private const int FollowLinks = 0x400;

    /// <exception cref="DatasetException">Neither worked.</exception>
    public static void CreateOrCopy(string source, string target)
    {
        if (Link(WorkingDirectory, source, WorkingDirectory, target, FollowLinks) == 0)
            return;
        try
        {
            File.Copy(source, target);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(target, $"could not be made from {source}: {FileFailure.Reason(e)}.", e);
        }
    }

    [LibraryImport("libc", EntryPoint = "linkat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(int existingFolder, string existing, int freshFolder, string fresh, int flags);
}

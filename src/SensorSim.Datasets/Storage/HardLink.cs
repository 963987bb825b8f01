using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Storage;

/// <summary>A second name for a file's bytes, where the file system has that; else a copy.</summary>
internal static partial class HardLink
{
    /// <exception cref="DatasetException">Neither worked.</exception>
    public static void CreateOrCopy(string source, string target)
    {
        if (Link(source, target) == 0)
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

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string fresh);
}

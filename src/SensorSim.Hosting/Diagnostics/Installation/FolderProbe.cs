namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Tries to write to a folder, which may not exist yet.</summary>
internal static class FolderProbe
{
    public static FolderFact Probe(string folder)
    {
        string probe = Path.Combine(folder, $".probe-{Guid.NewGuid():N}");
        try
        {
            Directory.CreateDirectory(folder);
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose))
                return new(folder, null);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            return new(folder, refusal.Message);
        }
    }
}

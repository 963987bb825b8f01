namespace SensorSim.Vulkan;

/// <summary>Where what was compiled is kept between runs.</summary>
public static class UserCacheFolder
{
    /// <summary>A folder of <c>sensorsim</c> in <c>$XDG_CACHE_HOME</c> or <c>~/.cache</c>; it need not exist. A relative path there is ignored, as the XDG specification demands.</summary>
    public static string Of(string name)
    {
        string? cacheHome = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (!Path.IsPathRooted(cacheHome))
            cacheHome = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return Path.Combine(cacheHome, "sensorsim", name);
    }

    /// <summary>Whether something can be kept in a folder. Makes it when it is not there.</summary>
    public static bool Keeps(string folder)
    {
        string probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
        try
        {
            Directory.CreateDirectory(folder);
            File.Create(probe).Dispose();
            File.Delete(probe);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

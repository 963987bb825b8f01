namespace SensorSim.Vulkan.Shaders;

/// <summary>Paths inside an include root: forward slashes, never leaving it.</summary>
internal static class VirtualPath
{
    /// <returns>The joined path without <c>.</c> and <c>..</c>, or null when it is absolute or leaves the root.</returns>
    public static string? Combine(string directory, string name)
    {
        if (name.Length == 0 || name[0] == '/' || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal))
            return null;
        var parts = new List<string>();
        foreach (string part in $"{directory}/{name}".Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return parts.Count == 0 ? null : string.Join('/', parts);
    }

    public static string DirectoryOf(string path)
    {
        int slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }
}

using System.Security.Cryptography;
using System.Text;

namespace SensorSim.Hosting.Plugins;

/// <summary>What a plugin is made of, in one number: it goes into every frame's provenance.</summary>
public static class PluginDigest
{
    /// <summary>
    /// SHA-256, lower-case hex, over one line <c>SHA256  relative/path\n</c> for each file below the folder, in ordinal order
    /// of the path: what <c>sha256sum</c> prints, hashed again.
    /// </summary>
    public static string Of(string directory)
    {
        var listing = new StringBuilder();
        foreach (string path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(directory, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal))
        {
            using FileStream file = File.OpenRead(Path.Combine(directory, path));
            listing.Append(Convert.ToHexStringLower(SHA256.HashData(file))).Append("  ").Append(path).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing.ToString())));
    }
}

using System.Security.Cryptography;

namespace SensorSim.Scenes.Library;

/// <summary>
/// Library scenes as files, so that only the first run of a version of this project generates them. A file is the SHA-256 of the scene and the
/// scene; a damaged one counts as absent and is written again.
/// </summary>
/// <param name="folder">Where the files are; made when the first one is written.</param>
public sealed class SceneCache(string folder)
{
    private const string Extension = ".scene";

    /// <summary>In <c>sensorsim/scenes</c> of <c>$XDG_CACHE_HOME</c> or <c>~/.cache</c>.</summary>
    public static SceneCache OfUser()
    {
        string? cacheHome = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cacheHome))
        {
            cacheHome = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        }

        return new(Path.Combine(cacheHome, "sensorsim", "scenes"));
    }

    /// <summary>The kept scene of that name and of this very build of the library, else a new one.</summary>
    public byte[] GetOrMake(string name, Func<byte[]> make)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(make);
        string file = Path.Combine(folder, $"{name}.{typeof(SceneCache).Module.ModuleVersionId:N}{Extension}");
        if (Find(file) is { } kept)
        {
            return kept;
        }

        byte[] scene = make();
        Keep(name, file, scene);
        return scene;
    }

    private static byte[]? Find(string file)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            ReadOnlySpan<byte> digest = bytes.AsSpan(0, Math.Min(bytes.Length, SHA256.HashSizeInBytes));
            byte[] scene = bytes[digest.Length..];
            return digest.SequenceEqual(SHA256.HashData(scene)) ? scene : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null; // Absent or not ours to read: the scene can be made.
        }
    }

    // Failing to keep it is not an error: the scene is there, and the next run makes it again.
    private void Keep(string name, string file, byte[] scene)
    {
        try
        {
            Directory.CreateDirectory(folder);
            WriteAtomically(file, [.. SHA256.HashData(scene), .. scene]);
            DeleteOthers(name, file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    // The file appears whole or not at all, also when two processes write it at once.
    private static void WriteAtomically(string file, byte[] bytes)
    {
        string temporary = $"{file}.{Guid.NewGuid():N}.tmp";
        try
        {
            File.WriteAllBytes(temporary, bytes);
            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void DeleteOthers(string name, string file)
    {
        foreach (string other in Directory.EnumerateFiles(folder, $"{name}.*{Extension}").Where(f => f != file))
        {
            File.Delete(other);
        }
    }
}

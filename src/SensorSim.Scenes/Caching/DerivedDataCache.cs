using System.Reflection;
using System.Security.Cryptography;

namespace SensorSim.Scenes.Caching;

/// <summary>
/// Data that code makes from its inputs, as files, so that only the first run of a version of that code makes it. A file is the SHA-256 of the
/// data and the data; a damaged one counts as absent and is written again.
/// </summary>
/// <param name="folder">Where the files are; made when the first one is written.</param>
/// <param name="maker">What makes the data: another build of it makes them anew.</param>
public sealed class DerivedDataCache(string folder, Module maker)
{
    /// <summary>How many files stay; the oldest go first.</summary>
    public const int Capacity = 8;

    private const string Extension = ".derived";

    /// <summary>The kept data, else new ones.</summary>
    /// <param name="name">Names the data and all that they are made from; part of a file's name.</param>
    /// <param name="make">Makes the data.</param>
    public byte[] GetOrMake(string name, Func<byte[]> make)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(make);
        string file = Path.Combine(folder, $"{name}.{maker.ModuleVersionId:N}{Extension}");
        if (Find(file) is { } kept)
        {
            return kept;
        }

        byte[] data = make();
        Keep(file, data);
        return data;
    }

    private static byte[]? Find(string file)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            ReadOnlySpan<byte> digest = bytes.AsSpan(0, Math.Min(bytes.Length, SHA256.HashSizeInBytes));
            byte[] data = bytes[digest.Length..];
            return digest.SequenceEqual(SHA256.HashData(data)) ? data : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null; // Absent or not ours to read: it can be made.
        }
    }

    // Failing to keep them is not an error: the data are there, and the next run makes them again.
    private void Keep(string file, byte[] data)
    {
        try
        {
            Directory.CreateDirectory(folder);
            WriteAtomically(file, [.. SHA256.HashData(data), .. data]);
            DeleteOldest();
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

    private void DeleteOldest()
    {
        foreach (string old in Directory.EnumerateFiles(folder, $"*{Extension}").OrderByDescending(File.GetLastWriteTimeUtc).Skip(Capacity))
        {
            File.Delete(old);
        }
    }
}

using System.Collections.Concurrent;

namespace SensorSim.Vulkan.Shaders;

/// <summary>
/// Compiled shaders by the digest of their sources. A shipped folder is only read and comes first; the user's folder is read and written.
/// A damaged file counts as absent and is written again.
/// </summary>
internal sealed class ShaderCache(string? shippedDirectory, string userDirectory)
{
    private static ReadOnlySpan<byte> Mark => "SSSC0001"u8;

    private readonly ConcurrentDictionary<string, byte[]> _notWritten = new(StringComparer.Ordinal);

    /// <summary><c>$SENSORSIM_SHADER_CACHE</c>, else <c>sensorsim/shaders</c> in <c>$XDG_CACHE_HOME</c> or <c>~/.cache</c>.</summary>
    public static string DefaultDirectory()
    {
        if (Environment.GetEnvironmentVariable("SENSORSIM_SHADER_CACHE") is { Length: > 0 } named)
            return named;
        return UserCacheFolder.Of("shaders");
    }

    public byte[]? Find(string digest)
    {
        byte[]? shipped = shippedDirectory is null ? null : Read(Path.Combine(shippedDirectory, FileName(digest)));
        return shipped ?? _notWritten.GetValueOrDefault(digest) ?? Read(Path.Combine(userDirectory, FileName(digest)));
    }

    /// <summary>Failing to write is not an error: the shader was compiled and is kept in memory, and the next run compiles it again.</summary>
    public void Store(string digest, byte[] spirV)
    {
        try
        {
            Directory.CreateDirectory(userDirectory);
            SealedFile.Write(Path.Combine(userDirectory, FileName(digest)), Mark, spirV);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            WriteFailure = failure.Message;
            _notWritten[digest] = spirV;
        }
    }

    /// <summary>Why the last shader could not be kept; null when it was.</summary>
    public string? WriteFailure { get; private set; }

    private static string FileName(string digest) => digest + ".spirv";

    private static byte[]? Read(string path) => SealedFile.Read(path, Mark) is { } spirV && CompiledShader.IsSpirV(spirV) ? spirV : null;
}

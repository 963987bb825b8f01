using System.Security.Cryptography;
using System.Text;

namespace SensorSim.Vulkan.Shaders;

/// <summary>
/// GLSL 4.60 to SPIR-V for Vulkan 1.3. Results are kept by the digest of everything that went in, so that the compiler
/// runs only for shaders never seen before. Safe from any thread.
/// </summary>
public sealed class ShaderCompiler
{
    private readonly ShaderCompilerOptions options;
    private readonly ShaderCache cache;

    public ShaderCompiler(ShaderCompilerOptions options)
    {
        this.options = options;
        cache = new(options.ShippedCacheDirectory, options.CacheDirectory ?? ShaderCache.DefaultDirectory());
    }

    /// <summary>Where compiled shaders are kept when the options name no folder.</summary>
    public static string DefaultCacheDirectory => ShaderCache.DefaultDirectory();

    /// <summary>Why the last compiled shader could not be kept for the next run; null when it was.</summary>
    public string? CacheWriteFailure => cache.WriteFailure;

    /// <exception cref="ShaderCompilationException">The shader is wrong or one of its files is missing; each error says file and line.</exception>
    /// <exception cref="VulkanException">The shader is not in the cache and glslc is not installed.</exception>
    public CompiledShader Compile(ShaderSource source)
    {
        ExpandedSource glsl = Expand(source);
        string digest = Digest(source, glsl.Text);
        byte[]? spirV = cache.Find(digest);
        if (spirV is null)
        {
            spirV = GlslCompiler.Compile(source, glsl);
            cache.Store(digest, spirV);
        }

        return new(source.Name, source.Stage, spirV);
    }

    /// <summary>
    /// Compiles those of the shaders that are not in the cache, on every core and many in one run of the compiler.
    /// What is wrong with a shader is said when it is asked for, and one alone is compiled then.
    /// </summary>
    /// <exception cref="ShaderCompilationException">One of their files is missing.</exception>
    /// <exception cref="VulkanException">A shader is not in the cache and glslc is not installed.</exception>
    public void Prepare(IEnumerable<ShaderSource> sources)
    {
        ArgumentNullException.ThrowIfNull(sources);
        (ShaderSource Source, ExpandedSource Glsl, string Digest)[] missing =
        [
            .. sources.Select(source => (source, glsl: Expand(source)))
                .Select(shader => (shader.source, shader.glsl, digest: Digest(shader.source, shader.glsl.Text)))
                .DistinctBy(shader => shader.digest, StringComparer.Ordinal)
                .Where(shader => cache.Find(shader.digest) is null)
                .OrderByDescending(shader => shader.glsl.Text.Length),
        ];
        if (missing.Length < 2) return;
        options.Compiles?.Invoke(missing.Length);
        // The longest ones go to different runs.
        var runs = missing.GroupBy(shader => string.Join(' ', GlslCompiler.SharedArguments(shader.Source)), StringComparer.Ordinal)
            .SelectMany(group => group.Select((shader, i) => (shader, i)).GroupBy(one => one.i % Environment.ProcessorCount, one => one.shader));
        Task.WhenAll(runs.Select(run => Task.Run(() => CompileTogether([.. run])))).GetAwaiter().GetResult();
    }

    private void CompileTogether((ShaderSource Source, ExpandedSource Glsl, string Digest)[] shaders)
    {
        foreach ((int index, byte[] spirV) in GlslCompiler.CompileTogether([.. shaders.Select(shader => (shader.Source, shader.Glsl))]))
        {
            cache.Store(shaders[index].Digest, spirV);
        }
    }

    /// <summary>SHA-256 over the source with its includes, definitions, stage and options: the name of its cache entry.</summary>
    public string SourceDigest(ShaderSource source) => Digest(source, Expand(source).Text);

    private ExpandedSource Expand(ShaderSource source) => IncludeExpander.Expand(new(options.IncludeRoots, source));

    // Each text is preceded by its length, so that no two sequences of texts hash alike.
    private static string Digest(ShaderSource source, string glsl)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        IEnumerable<string> defines = source.Defines.OrderBy(define => define.Key, StringComparer.Ordinal).SelectMany(define => new[] { define.Key, define.Value });
        foreach (string text in (string[])[GlslCompiler.Options(source), source.Stage.ToString(), .. defines, glsl])
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            hash.AppendData(BitConverter.GetBytes((long)bytes.Length));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}

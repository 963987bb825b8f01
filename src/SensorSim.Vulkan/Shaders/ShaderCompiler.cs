namespace SensorSim.Vulkan.Shaders;

/// <summary>
/// GLSL 4.60 to SPIR-V for Vulkan 1.3. Results are kept by the digest of everything that went in, so that the compiler library
/// is loaded only for shaders never seen before. Safe from any thread.
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

    /// <summary>Why the last compiled shader could not be kept for the next run; null when it was.</summary>
    public string? CacheWriteFailure => cache.WriteFailure;

    /// <exception cref="ShaderCompilationException">The shader is wrong or one of its files is missing; each error says file and line.</exception>
    /// <exception cref="VulkanException">The shader is not in the cache and libshaderc is not installed.</exception>
    public CompiledShader Compile(ShaderSource source)
    {
        string digest = SourceDigest(source);
        byte[]? spirV = cache.Find(digest);
        if (spirV is null)
        {
            spirV = ShadercCompilation.Compile(source, Resolver(source));
            cache.Store(digest, spirV);
        }

        return new(source.Name, source.Stage, spirV);
    }

    /// <summary>SHA-256 over the source, every file it can include, definitions, stage and options: the name of its cache entry.</summary>
    public string SourceDigest(ShaderSource source) => SourceClosure.Digest(source, Resolver(source));

    private IncludeResolver Resolver(ShaderSource source) => new(options.IncludeRoots, source);
}

namespace SensorSim.Vulkan.Shaders;

/// <summary>Where a <see cref="ShaderCompiler"/> finds its files and keeps its results.</summary>
public sealed record ShaderCompilerOptions
{
    /// <summary>Folders searched in order for shaders and includes.</summary>
    public IReadOnlyList<string> IncludeRoots { get; init; } = [];

    /// <summary>Compiled shaders are kept here; null for <c>$SENSORSIM_SHADER_CACHE</c>, else the user's cache folder.</summary>
    public string? CacheDirectory { get; init; }

    /// <summary>Compiled shaders that came with the program, read before the cache; null for none.</summary>
    public string? ShippedCacheDirectory { get; init; }

    /// <summary>Told how many shaders are about to be compiled together, which takes a tenth of a second each; null tells nobody.</summary>
    public Action<int>? Compiles { get; init; }
}

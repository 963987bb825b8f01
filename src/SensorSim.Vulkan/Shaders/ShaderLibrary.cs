using System.Collections.Concurrent;

namespace SensorSim.Vulkan.Shaders;

/// <summary>The shaders of one folder, compiled on first use. Safe from any thread.</summary>
public sealed class ShaderLibrary
{
    private readonly ConcurrentDictionary<string, Lazy<CompiledShader>> compiled = new(StringComparer.Ordinal);

    /// <param name="root">The folder that paths and includes are relative to.</param>
    /// <param name="cacheDirectory">See <see cref="ShaderCompilerOptions.CacheDirectory"/>.</param>
    /// <param name="shippedCacheDirectory">See <see cref="ShaderCompilerOptions.ShippedCacheDirectory"/>.</param>
    /// <param name="compiles">See <see cref="ShaderCompilerOptions.Compiles"/>.</param>
    public ShaderLibrary(string root, string? cacheDirectory = null, string? shippedCacheDirectory = null, Action<int>? compiles = null)
    {
        Root = root;
        Compiler = new(new() { IncludeRoots = [root], CacheDirectory = cacheDirectory, ShippedCacheDirectory = shippedCacheDirectory, Compiles = compiles });
    }

    public string Root { get; }

    public ShaderCompiler Compiler { get; }

    /// <summary>Name and definitions → SHA-256 of the SPIR-V of every shader compiled so far, for provenance.</summary>
    public IReadOnlyDictionary<string, string> Digests =>
        new SortedDictionary<string, string>(
            compiled.Where(entry => entry.Value.IsValueCreated).ToDictionary(entry => entry.Key, entry => entry.Value.Value.Sha256, StringComparer.Ordinal),
            StringComparer.Ordinal);

    /// <param name="path">Relative to the root, ending in <c>.vert</c>, <c>.frag</c> or <c>.comp</c>.</param>
    public CompiledShader Get(string path, IReadOnlyDictionary<string, string>? defines = null)
    {
        ShaderSource source = ShaderSource.File(path, defines);
        return compiled.GetOrAdd(Key(source), _ => new(() => Compiler.Compile(source))).Value;
    }

    /// <summary>Every shader below a folder of the root, compiled where it was not yet: what a program may run, known before it runs.</summary>
    /// <returns>Path relative to the root → SHA-256 of the SPIR-V.</returns>
    public IReadOnlyDictionary<string, string> CompileFolder(string folder)
    {
        string[] paths =
        [
            .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".vert" or ".frag" or ".comp")
                .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/')),
        ];
        Compiler.Prepare(paths.Where(path => !compiled.ContainsKey(path)).Select(path => ShaderSource.File(path)));
        return new SortedDictionary<string, string>(paths.ToDictionary(path => path, path => Get(path).Sha256, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>Compiles a generated shader whose includes may come from the root.</summary>
    public CompiledShader Compile(ShaderSource source) => Compiler.Compile(source);

    private static string Key(ShaderSource source) =>
        source.Defines.Count == 0
            ? source.Name
            : $"{source.Name} {string.Join(' ', source.Defines.OrderBy(define => define.Key, StringComparer.Ordinal).Select(define => $"{define.Key}={define.Value}"))}";
}

using System.Reflection;
using System.Runtime.Loader;

namespace SensorSim.Hosting.Plugins;

/// <summary>
/// The assemblies of one plugin, apart from everyone else's. Only the contracts are shared, even when the plugin brings
/// a copy of them: two copies would be two different types with one name.
/// </summary>
/// <param name="id">Of the plugin.</param>
/// <param name="assemblyPath">Its entry assembly.</param>
/// <param name="inMemory">Reads assemblies instead of mapping them, so that a build may write over the files while they are in use.</param>
internal sealed class PluginLoadContext(string id, string assemblyPath, bool inMemory) : AssemblyLoadContext(id, isCollectible: true)
{
    private static readonly string Contracts = typeof(SensorSim.Plugins.Plugin).Assembly.GetName().Name!;

    /// <summary>The plugin's folder.</summary>
    public string Directory { get; } = Path.GetDirectoryName(assemblyPath)!;

    private readonly AssemblyDependencyResolver _resolver = new(assemblyPath);

    public Assembly LoadEntry() => Load(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string? path = assemblyName.Name == Contracts ? null : _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : Load(path);
    }

    private Assembly Load(string path)
    {
        if (!inMemory)
        {
            return LoadFromAssemblyPath(path);
        }

        string symbols = Path.ChangeExtension(path, ".pdb");
        using var assembly = new MemoryStream(File.ReadAllBytes(path));
        using MemoryStream? debugging = File.Exists(symbols) ? new(File.ReadAllBytes(symbols)) : null;
        return LoadFromStream(assembly, debugging);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}

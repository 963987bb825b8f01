using System.Reflection;
using System.Runtime.Loader;

namespace SensorSim.Hosting.Plugins;

/// <summary>
/// The assemblies of one plugin, apart from everyone else's. Only the contracts are shared, even when the plugin brings
/// a copy of them: two copies would be two different types with one name.
/// </summary>
internal sealed class PluginLoadContext(string id, string assemblyPath) : AssemblyLoadContext(id, isCollectible: true)
{
    private static readonly string Contracts = typeof(SensorSim.Plugins.Plugin).Assembly.GetName().Name!;

    /// <summary>The plugin's folder.</summary>
    public string Directory { get; } = Path.GetDirectoryName(assemblyPath)!;

    private readonly AssemblyDependencyResolver _resolver = new(assemblyPath);

    public Assembly LoadEntry() => LoadFromAssemblyPath(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string? path = assemblyName.Name == Contracts ? null : _resolver.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName)
    {
        string? path = _resolver.ResolveUnmanagedDllToPath(unmanagedDllName);
        return path is null ? 0 : LoadUnmanagedDllFromPath(path);
    }
}

using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting;

/// <summary>Folders that lie beside the program, in a build as in a publish, and what is opened with them.</summary>
public static class ProgramFolders
{
    /// <summary>The clone that the program was built in; null for a published program.</summary>
    public static string? Clone { get; } = FindClone();

    /// <summary>GLSL sources.</summary>
    public static string Shaders { get; } = Path.Combine(AppContext.BaseDirectory, "shaders");

    /// <summary>The library of scenarios: in a clone its own, because the build's copies are made anew.</summary>
    public static string Scenarios { get; } = Path.Combine(Clone ?? AppContext.BaseDirectory, "scenarios");

    /// <summary>Compiled shaders that a publish ships, so that a server needs no compiler; absent in a build.</summary>
    public static string ShippedShaders { get; } = Path.Combine(AppContext.BaseDirectory, "shader-cache");

    /// <summary>A device whose compiled pipelines are kept between runs.</summary>
    public static Device OpenDevice(VulkanInstance instance, PhysicalDevice chosen) => new(instance, chosen, UserCacheFolder.Of("pipelines"));

    /// <summary>The program's shaders, compiled on first use.</summary>
    /// <param name="compiles">Told how many are about to be compiled together; null tells nobody.</param>
    public static ShaderLibrary OpenShaders(Action<int>? compiles = null) => new(Shaders, shippedCacheDirectory: ShippedShaders, compiles: compiles);

    private static string? FindClone()
    {
        string? parent = AppContext.BaseDirectory;
        while (parent is not null && !File.Exists(Path.Combine(parent, "plugins", "Plugins.targets"))) parent = Path.GetDirectoryName(parent);
        return parent;
    }
}

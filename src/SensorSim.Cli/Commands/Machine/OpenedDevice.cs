using SensorSim.Cli.Console;
using SensorSim.Hosting;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Cli.Commands.Machine;

/// <summary>A device that was announced and opened, for frames of a dataset and their sensors.</summary>
internal sealed class OpenedDevice : IDisposable
{
    private readonly VulkanInstance _instance;

    private OpenedDevice(VulkanInstance instance, PhysicalDevice chosen, PluginCatalog catalog)
    {
        (_instance, Chosen, Shaders) = (instance, chosen, ProgramFolders.OpenShaders());
        Device = ProgramFolders.OpenDevice(instance, chosen);
        Sensors = new(Device, Shaders, catalog);
    }

    public PhysicalDevice Chosen { get; }

    public Device Device { get; }

    public ShaderLibrary Shaders { get; }

    public SensorReplay Sensors { get; }

    /// <param name="terminal">Is told which device it is.</param>
    /// <param name="selector">As <c>devices</c> names it; null is the best one.</param>
    /// <param name="catalog">Plugins of the sensors.</param>
    public static OpenedDevice Open(Terminal terminal, string? selector, PluginCatalog catalog)
    {
        var instance = new VulkanInstance();
        try
        {
            PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, selector);
            terminal.Say(DeviceListing.Announcement(chosen));
            return new(instance, chosen, catalog);
        }
        catch
        {
            instance.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Sensors.Dispose();
        Device.Dispose();
        _instance.Dispose();
    }
}

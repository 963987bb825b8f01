using SensorSim.Cli.Commands.Machine;
using SensorSim.Cli.Console;
using SensorSim.Hosting;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Records;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Styles;

/// <summary>A device for the sensors of a dataset, where a style acts in front of them.</summary>
internal sealed class RestyleDevice : IDisposable
{
    private readonly VulkanInstance _instance;
    private readonly Device _device;

    private RestyleDevice(VulkanInstance instance, Device device, PluginCatalog catalog) => (_instance, _device, Sensors) = (instance, device, new(device, ProgramFolders.OpenShaders(), catalog));

    public SensorReplay Sensors { get; }

    public static RestyleDevice Open(Terminal terminal, string? selector, PluginCatalog catalog)
    {
        var instance = new VulkanInstance();
        try
        {
            PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, selector);
            terminal.Say(DeviceListing.Announcement(chosen));
            return new(instance, ProgramFolders.OpenDevice(instance, chosen), catalog);
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
        _device.Dispose();
        _instance.Dispose();
    }
}

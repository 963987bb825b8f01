using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Machine;

/// <summary><c>devices</c>: what <c>--device</c> can choose from.</summary>
internal sealed class DevicesCommand : CliCommand
{
    private const double Gibibyte = 1L << 30;

    private readonly Option<bool> _json = SharedOptions.Json();

    public DevicesCommand(Terminal terminal)
        : base(
            terminal, "devices", "list the Vulkan devices: index, name, type, driver, API version, memory, UUID",
            new Example("sensorsim devices", "what --device can choose from"),
            new Example("sensorsim devices --json | jq -r '.devices[].uuid'", "for a scheduler"))
    {
        Add(_json);
    }

    protected override int Execute(ParseResult arguments)
    {
        IReadOnlyList<PhysicalDevice> devices = DeviceListing.Devices();
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, new JsonObject { ["devices"] = JsonOutput.Array(devices, ToJson) });
        else
            Write(devices);
        if (devices.Count == 0) Terminal.Say("no Vulkan device; 'sensorsim doctor' says why");
        return devices.Count == 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private void Write(IReadOnlyList<PhysicalDevice> devices)
    {
        var table = new TextTable("index", "name", "type", "driver", "Vulkan", "memory", "UUID", "");
        foreach (PhysicalDevice device in devices)
            table.Add(
                device.Index.ToString(CultureInfo.InvariantCulture), device.Name, TypeOf(device), $"{device.DriverName} {device.DriverVersion}",
                device.ApiVersion.ToString(3), string.Create(CultureInfo.InvariantCulture, $"{MemoryOf(device) / Gibibyte:F1} GiB"), device.Uuid,
                device.Unsuitability is { } reason ? $"unusable: {reason}" : "");
        table.WriteTo(Terminal.Out);
    }

    private static JsonObject ToJson(PhysicalDevice device) => new()
    {
        ["index"] = device.Index,
        ["name"] = device.Name,
        ["type"] = TypeOf(device),
        ["driver"] = device.DriverName,
        ["driver_version"] = device.DriverVersion,
        ["api_version"] = device.ApiVersion.ToString(3),
        ["memory_bytes"] = MemoryOf(device),
        ["uuid"] = device.Uuid,
        ["device_class"] = device.DeviceClass,
        ["unsuitability"] = device.Unsuitability,
    };

    private static string TypeOf(PhysicalDevice device) => device.Type switch
    {
        PhysicalDeviceType.DiscreteGpu => "discrete",
        PhysicalDeviceType.IntegratedGpu => "integrated",
        PhysicalDeviceType.VirtualGpu => "virtual",
        PhysicalDeviceType.Cpu => "software",
        _ => "other",
    };

    /// <summary>Memory on the device itself; for a software device that is the machine's.</summary>
    private static ulong MemoryOf(PhysicalDevice device) =>
        device.MemoryHeaps.Where(heap => heap.IsDeviceLocal).Aggregate(0UL, (sum, heap) => sum + heap.SizeInBytes);
}

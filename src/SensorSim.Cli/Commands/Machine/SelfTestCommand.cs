using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Cli.Commands.Options;
using SensorSim.Cli.Console;
using SensorSim.Hosting;
using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Diagnostics.SelfTests;
using SensorSim.Vulkan;

namespace SensorSim.Cli.Commands.Machine;

/// <summary><c>selftest</c>: known answers from the chosen device.</summary>
internal sealed class SelfTestCommand : CliCommand
{
    private readonly Option<string?> _device = SharedOptions.Device();
    private readonly Option<bool> _json = SharedOptions.Json();

    public SelfTestCommand(Terminal terminal)
        : base(
            terminal, "selftest", "ask the device for things with known answers (exit 1 when it cannot be trusted)",
            new Example("sensorsim selftest", "can I trust this device?"),
            new Example("sensorsim selftest --device 1 --json", "another device, for a script"))
    {
        Add(_device);
        Add(_json);
    }

    protected override int Execute(ParseResult arguments)
    {
        using var instance = new VulkanInstance();
        PhysicalDevice chosen = DeviceChoice.Select(instance.PhysicalDevices, arguments.GetValue(_device));
        Terminal.Say(DeviceListing.Announcement(chosen));
        using var device = ProgramFolders.OpenDevice(instance, chosen);
        SelfTestResult[] results = [.. SelfTest.Run(new(device, ProgramFolders.OpenShaders()), SelfTest.Cases)];
        bool isTrusted = SelfTest.IsTrusted(results);
        if (arguments.GetValue(_json))
            JsonOutput.Write(Terminal.Out, ToJson(chosen, isTrusted, results));
        else
            Write(isTrusted, results);
        return isTrusted ? ExitCode.Done : ExitCode.Failed;
    }

    private void Write(bool isTrusted, SelfTestResult[] results)
    {
        var table = new TextTable("test", "quantity", "expected", "measured", "tolerance", "");
        foreach (SelfTestResult result in results)
        {
            Measurement? m = result.Measurement;
            table.Add(result.Name, m?.Quantity ?? result.Error!, Number(m?.Expected), Number(m?.Measured), Number(m?.Tolerance), result.Passed ? "pass" : "FAIL");
        }

        table.WriteTo(Terminal.Out);
        Terminal.Out.WriteLine();
        Terminal.Out.WriteLine(isTrusted ? "This device can be trusted." : "This device CANNOT be trusted: do not render datasets on it.");
    }

    private static JsonObject ToJson(PhysicalDevice device, bool isTrusted, SelfTestResult[] results) => new()
    {
        ["device"] = device.Name,
        ["uuid"] = device.Uuid,
        ["device_class"] = device.DeviceClass,
        ["trusted"] = isTrusted,
        ["tests"] = JsonOutput.Array(results, result => new JsonObject
        {
            ["name"] = result.Name,
            ["quantity"] = result.Measurement?.Quantity,
            ["expected"] = result.Measurement?.Expected,
            ["measured"] = result.Measurement is { Measured: var measured } && double.IsFinite(measured) ? measured : null,
            ["tolerance"] = result.Measurement?.Tolerance,
            ["passed"] = result.Passed,
            ["error"] = result.Error,
        }),
    };

    private static string Number(double? value) => value?.ToString("G6", CultureInfo.InvariantCulture) ?? "";
}

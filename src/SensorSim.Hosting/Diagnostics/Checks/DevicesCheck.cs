using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>There is a device to render on, best of all a GPU.</summary>
public sealed class DevicesCheck : IInstallationCheck
{
    private const string Check = "devices";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        foreach (DeviceFact device in facts.Devices.Where(device => !device.IsUsable))
            yield return Finding.Warning(Check, $"{device.Name} cannot be used: {device.Unsuitability}", "a newer driver may mend it; choose another with --device");

        DeviceFact[] usable = [.. facts.Devices.Where(device => device.IsUsable)];
        if (usable.Length == 0)
            yield return Nothing(facts);
        else if (usable.All(device => device.IsSoftware))
            yield return Finding.Warning(
                Check, $"only the software device {usable[0].Name} is there; it is slow",
                "no GPU is needed for small runs; where there is one, the findings above say why it is not seen");
        else
            yield return Finding.Ok(Check, string.Join(", ", usable.Select(device => device.Name)));
    }

    private static Finding Nothing(InstallationFacts facts)
    {
        string reason = facts.EnumerationError is { } error ? $": {error}" : "";
        return Finding.Failure(
            Check, $"no usable Vulkan device{reason}",
            facts.Loader.Loads && facts.Drivers.Count > 0
                ? "mend the driver above, or apt-get install mesa-vulkan-drivers for the software device"
                : "apt-get install libvulkan1 mesa-vulkan-drivers gives the software device");
    }
}

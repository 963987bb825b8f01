using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>The loader finds driver manifests ("ICD files"), and a variable that replaces its search names existing ones.</summary>
public sealed class DriverFilesCheck : IInstallationCheck
{
    private const string Check = "driver files";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        if (facts.DriverFilesOverride is { } variable)
        {
            yield return facts.Drivers.Count > 0
                ? Finding.Warning(Check, $"{variable} hides every other driver from the loader", "unset it if a device is missing below")
                : Finding.Failure(Check, $"{variable} names no existing file", "correct it or unset it");
        }
        else if (facts.Drivers.Count == 0)
        {
            yield return Finding.Failure(
                Check, "no Vulkan driver is installed: no manifest in /usr/share/vulkan/icd.d or /etc/vulkan/icd.d",
                "apt-get install mesa-vulkan-drivers (Intel, AMD and software devices); for NVIDIA, install the driver's Vulkan files, or name "
                + "their manifest in VK_DRIVER_FILES");
        }

        if (facts.Drivers.Count > 0)
            yield return Finding.Ok(Check, string.Join(", ", facts.Drivers.Select(driver => driver.ManifestPath)));
    }
}

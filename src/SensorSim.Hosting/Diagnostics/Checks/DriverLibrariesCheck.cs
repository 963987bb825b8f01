using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Each driver's library loads with everything it needs. The loader skips those that do not without a word.</summary>
public sealed class DriverLibrariesCheck : IInstallationCheck
{
    public IEnumerable<Finding> Examine(InstallationFacts facts) => facts.Drivers.Select(driver => Judge(driver, facts));

    private static Finding Judge(DriverFact driver, InstallationFacts facts)
    {
        string name = $"driver {Path.GetFileNameWithoutExtension(driver.ManifestPath)}";
        if (driver.Error is null) return Finding.Ok(name, $"{driver.Library} loads");
        if (driver.Library is null) return Finding.Warning(name, driver.Error, $"mend or remove {driver.ManifestPath}");

        string message = $"{driver.Library} does not load, so its devices are not seen: {driver.Error}";
        return Finding.Warning(name, message, Remedy(driver, facts));
    }

    private static string Remedy(DriverFact driver, InstallationFacts facts)
    {
        string? missing = MissingLibrary.In(driver.Error!);
        if (MissingLibrary.PackageOf(missing) is { } package) return $"apt-get install {package}";
        if (driver.IsNvidia && facts.Nvidia?.MajorVersion is { } major)
            return $"install the Vulkan libraries of NVIDIA driver {facts.Nvidia.KernelDriverVersion} (package libnvidia-gl-{major} or "
                + "nvidia-vulkan-icd; the versions must be equal), or start the container with NVIDIA_DRIVER_CAPABILITIES=all";
        return missing is null
            ? $"'ldd {driver.Library}' shows what it lacks"
            : $"install the package that has {missing} ('apt-file search {missing}' names it)";
    }
}

using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>An NVIDIA GPU that the machine has is one that Vulkan sees; otherwise, what stands between them.</summary>
public sealed class NvidiaCheck : IInstallationCheck
{
    private const string Check = "nvidia";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        if (facts.Nvidia is not { } nvidia) return [];
        if (facts.Devices.Any(device => device.IsNvidia)) return [Finding.Ok(Check, $"driver {nvidia.KernelDriverVersion}, seen by Vulkan")];
        return Obstacles(nvidia, facts).DefaultIfEmpty(Unexplained(nvidia));
    }

    private static IEnumerable<Finding> Obstacles(NvidiaFact nvidia, InstallationFacts facts)
    {
        if (nvidia.KernelDriverVersion is null)
            yield return Finding.Warning(
                Check, "an NVIDIA GPU is here, but its kernel driver is not loaded",
                facts.IsContainer ? "start the container with --gpus all" : "install the NVIDIA driver, then 'modprobe nvidia'");
        else if (!nvidia.Nodes.Any(node => IsGpu(node)))
            yield return Finding.Warning(
                Check, $"driver {nvidia.KernelDriverVersion} is loaded, but there is no /dev/nvidia0",
                facts.IsContainer ? "start the container with --gpus all" : "run nvidia-smi or nvidia-modprobe once as root: it creates the nodes");

        foreach (DeviceNodeFact node in nvidia.Nodes.Where(node => node.Error is not null))
            yield return Finding.Warning(
                Check, $"{node.Path} cannot be opened: {node.Error}",
                facts.IsContainer ? "start the container with --gpus all, or give it this device" : $"let this user read and write {node.Path}");

        if (nvidia.KernelDriverVersion is not null && !facts.Drivers.Any(driver => driver.IsNvidia))
            yield return NoDriverFile(nvidia, facts.IsContainer);
        else if (nvidia.LacksGraphicsCapability)
            yield return NoGraphics(nvidia);
    }

    private static Finding NoDriverFile(NvidiaFact nvidia, bool isContainer)
    {
        if (nvidia.LacksGraphicsCapability) return NoGraphics(nvidia);
        string message = $"driver {nvidia.KernelDriverVersion} is loaded, but no NVIDIA manifest (nvidia_icd.json) is where the loader looks"
            + (nvidia.HasSmi ? " (compute works without it, so nvidia-smi is no proof)" : "");
        return Finding.Warning(
            Check, message,
            isContainer
                ? "start the container with NVIDIA_DRIVER_CAPABILITIES=all (the default leaves graphics out), or name the manifest in VK_DRIVER_FILES"
                : $"install libnvidia-gl-{nvidia.MajorVersion} (Debian: nvidia-vulkan-icd) of the same version, or name the manifest in VK_DRIVER_FILES");
    }

    private static Finding NoGraphics(NvidiaFact nvidia) =>
        Finding.Warning(
            Check, $"NVIDIA_DRIVER_CAPABILITIES={nvidia.Capabilities} leaves the graphics libraries out of this container",
            "start the container with NVIDIA_DRIVER_CAPABILITIES=all (or add 'graphics')");

    private static Finding Unexplained(NvidiaFact nvidia) =>
        Finding.Warning(
            Check, $"driver {nvidia.KernelDriverVersion} and its Vulkan manifest are here, but Vulkan sees no NVIDIA device",
            "apt-get install libxext6 libegl1 (some drivers want them even without a display); check that the libraries have the kernel "
            + "driver's version; VK_LOADER_DEBUG=all shows what the loader tries");

    private static bool IsGpu(DeviceNodeFact node) => char.IsAsciiDigit(node.Path[^1]);
}

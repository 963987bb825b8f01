using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>A slice of a GPU (MIG) computes but does not draw.</summary>
public sealed class MigCheck : IInstallationCheck
{
    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        if (facts.Nvidia?.MigEvidence is { } evidence && !facts.Devices.Any(device => device.IsNvidia))
            yield return Finding.Warning(
                "mig", $"only a MIG slice of the GPU is visible ({evidence}), and slices have no Vulkan",
                "ask the scheduler for a whole GPU, or as root: nvidia-smi -i INDEX -mig 0");
    }
}

namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>What shows of an NVIDIA GPU without asking Vulkan.</summary>
/// <param name="KernelDriverVersion">Version of the kernel driver, such as "550.54.15"; null when it is not loaded.</param>
/// <param name="Nodes">The nodes <c>/dev/nvidiactl</c> and <c>/dev/nvidia0</c>, ….</param>
/// <param name="Capabilities">The variable NVIDIA_DRIVER_CAPABILITIES of a container, or null.</param>
/// <param name="MigEvidence">What shows that only a slice (MIG) of a GPU is visible, or null.</param>
/// <param name="HasSmi">The program <c>nvidia-smi</c> is on the path.</param>
public sealed record NvidiaFact(
    string? KernelDriverVersion, IReadOnlyList<DeviceNodeFact> Nodes, string? Capabilities, string? MigEvidence, bool HasSmi)
{
    /// <summary>"550": what driver packages are named after.</summary>
    public string? MajorVersion => KernelDriverVersion?.Split('.')[0];

    /// <summary>The container runtime was told to leave the graphics libraries out.</summary>
    public bool LacksGraphicsCapability =>
        Capabilities is not null
        && !Capabilities.Split(',', StringSplitOptions.TrimEntries).Any(capability => capability is "all" or "graphics");
}

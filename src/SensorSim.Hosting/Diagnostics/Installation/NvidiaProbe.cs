using System.Globalization;
using System.Text.RegularExpressions;

namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Looks for an NVIDIA GPU in the places that exist without Vulkan: /proc, /dev, /sys and the environment.</summary>
internal static partial class NvidiaProbe
{
    private const string KernelVersionFile = "/proc/driver/nvidia/version";
    private const string CapabilitiesFolder = "/proc/driver/nvidia/capabilities";
    private const string PciFolder = "/sys/bus/pci/devices";

    public static NvidiaFact? Probe()
    {
        string? version = File.Exists(KernelVersionFile) ? VersionIn(File.ReadAllText(KernelVersionFile)) : null;
        DeviceNodeFact[] nodes = [.. DeviceNodeProbe.ProbeAll("/dev", "nvidiactl"), .. DeviceNodeProbe.ProbeAll("/dev", "nvidia?").Where(IsNumbered)];
        if (version is null && nodes.Length == 0 && !HasGpuOnBus()) return null;
        return new(version, nodes, Environment.GetEnvironmentVariable("NVIDIA_DRIVER_CAPABILITIES"), MigEvidence(), ProgramProbe.PathOf("nvidia-smi") is not null);
    }

    /// <summary>"550.54.15" from "NVRM version: NVIDIA UNIX x86_64 Kernel Module  550.54.15  Tue …".</summary>
    internal static string? VersionIn(string text) => KernelVersion().Match(text) is { Success: true } match ? match.Value : null;

    private static bool IsNumbered(DeviceNodeFact node) => char.IsAsciiDigit(node.Path[^1]);

    /// <summary>A display or 3D controller (class 03) of vendor 0x10DE on the PCI bus.</summary>
    private static bool HasGpuOnBus() =>
        Directory.Exists(PciFolder)
        && Directory.EnumerateDirectories(PciFolder).Any(device =>
            FirstLine(Path.Combine(device, "vendor")) == "0x10de"
            && FirstLine(Path.Combine(device, "class"))?.StartsWith("0x03", StringComparison.Ordinal) == true);

    private static string? MigEvidence()
    {
        string? visible = Environment.GetEnvironmentVariable("NVIDIA_VISIBLE_DEVICES");
        if (visible?.Contains("MIG-", StringComparison.Ordinal) == true) return $"NVIDIA_VISIBLE_DEVICES={visible}";
        if (!Directory.Exists(CapabilitiesFolder)) return null;
        int slices = Directory.EnumerateDirectories(CapabilitiesFolder, "gpu*")
            .Select(gpu => Path.Combine(gpu, "mig"))
            .Where(Directory.Exists)
            .Sum(mig => Directory.EnumerateDirectories(mig, "gi*").Count());
        return slices > 0 ? string.Create(CultureInfo.InvariantCulture, $"{slices} slices in {CapabilitiesFolder}") : null;
    }

    private static string? FirstLine(string file) => File.Exists(file) ? File.ReadLines(file).FirstOrDefault() : null;

    [GeneratedRegex(@"\b\d{3,}\.\d+(\.\d+)?\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex KernelVersion();
}

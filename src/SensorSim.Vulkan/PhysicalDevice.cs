using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Vulkan;

/// <summary>A Vulkan device of this machine, as its driver describes it; nothing is created on it yet.</summary>
public sealed record PhysicalDevice
{
    /// <summary>Position in the loader's list, from 0.</summary>
    public required int Index { get; init; }

    public required string Name { get; init; }

    public required PhysicalDeviceType Type { get; init; }

    /// <summary>PCI vendor number, such as 0x10DE.</summary>
    public uint VendorId { get; init; }

    public uint DeviceId { get; init; }

    public string DriverName { get; init; } = "";

    /// <summary>The driver's own text, such as <c>Mesa 22.3.6 (LLVM 15.0.6)</c>.</summary>
    public string DriverVersion { get; init; } = "";

    public Version ApiVersion { get; init; } = new(1, 0);

    /// <summary>32 lower-case hexadecimal digits. A software device's is the same on every machine.</summary>
    public required string Uuid { get; init; }

    /// <summary>16 bytes in hexadecimal that change whenever compiled pipelines of another driver build cannot be used.</summary>
    public string PipelineCacheUuid { get; init; } = "";

    public DeviceLimits Limits { get; init; } = new();

    public DeviceFeatures Features { get; init; } = new();

    public IReadOnlyList<MemoryHeap> MemoryHeaps { get; init; } = [];

    /// <summary>Shaders run on the processor.</summary>
    public bool IsSoftware => Type == PhysicalDeviceType.Cpu;

    public bool IsGpu => Type is PhysicalDeviceType.DiscreteGpu or PhysicalDeviceType.IntegratedGpu or PhysicalDeviceType.VirtualGpu;

    /// <summary>Vendor, device name and driver version: two devices of one class give the same pixels.</summary>
    public string DeviceClass => $"{VendorId:x4} {Name} {DriverName} {DriverVersion}";

    internal VkPhysicalDevice Handle { get; init; }

    /// <summary>Family of the queue that draws and computes; -1 when the device has none.</summary>
    internal int QueueFamily { get; init; } = -1;

    /// <summary>Why the device cannot be used, or null when it can.</summary>
    public string? Unsuitability =>
        ApiVersion < new Version(1, 3) ? $"it offers Vulkan {ApiVersion} and 1.3 is needed"
        : QueueFamily < 0 ? "it has no queue that both draws and computes"
        : null;

    public override string ToString() => $"{Index}: {Name} ({Type}, {Uuid}, {DriverName} {DriverVersion})";
}

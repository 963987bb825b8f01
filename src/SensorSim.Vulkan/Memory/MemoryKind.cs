namespace SensorSim.Vulkan.Memory;

/// <summary>Who reads and writes a piece of device memory.</summary>
public enum MemoryKind
{
    /// <summary>The GPU only.</summary>
    DeviceLocal,

    /// <summary>The processor writes in order, the GPU reads.</summary>
    Upload,

    /// <summary>The GPU writes, the processor reads; cached, so that reading is fast.</summary>
    Readback,
}

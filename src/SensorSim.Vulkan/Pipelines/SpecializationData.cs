using System.Runtime.InteropServices;
using SensorSim.Vulkan.Generated;

namespace SensorSim.Vulkan.Pipelines;

/// <summary>Specialisation constants as the driver reads them, in native memory while a pipeline is created.</summary>
internal sealed unsafe class SpecializationData : IDisposable
{
    private readonly void* memory;

    public SpecializationData(SpecializationConstants constants)
    {
        int count = constants.Values.Count;
        memory = NativeMemory.AllocZeroed((nuint)(sizeof(VkSpecializationInfo) + (count * (sizeof(VkSpecializationMapEntry) + sizeof(uint)))));
        var entries = (VkSpecializationMapEntry*)((byte*)memory + sizeof(VkSpecializationInfo));
        var values = (uint*)(entries + count);
        int index = 0;
        foreach ((int id, uint value) in constants.Values)
        {
            entries[index] = new() { constantID = (uint)id, offset = (uint)(index * sizeof(uint)), size = sizeof(uint) };
            values[index++] = value;
        }

        *Info = new() { mapEntryCount = (uint)count, pMapEntries = entries, dataSize = (nuint)(count * sizeof(uint)), pData = values };
    }

    public VkSpecializationInfo* Info => (VkSpecializationInfo*)memory;

    public void Dispose() => NativeMemory.Free(memory);
}

using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering;

/// <summary>A frame that has arrived. Disposing it gives the memory back to the renderer; any thread may do so.</summary>
public sealed class FrameOutput : IDisposable
{
    private readonly ReadbackSlot _slot;

    internal FrameOutput(ReadbackSlot slot, IReadOnlyList<ViewOutput> views) => (_slot, Views) = (slot, views);

    /// <summary>In the order of the request.</summary>
    public IReadOnlyList<ViewOutput> Views { get; }

    public void Dispose() => _slot.Dispose();
}

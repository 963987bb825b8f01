using System.Runtime.InteropServices;
using SensorSim.Scenes.Caching;

namespace SensorSim.Rendering.Environments;

/// <summary>A table that depends on nothing but its code: computed once in a process, and where there is a cache once for all of them. Any thread may read it.</summary>
/// <param name="name">In the cache.</param>
/// <param name="compute">Makes it.</param>
internal sealed class DerivedTable(string name, Func<float[]> compute)
{
    private readonly Lazy<float[]> _computed = new(compute);

    /// <param name="cache">Keeps the table for the next process; null computes it.</param>
    public ReadOnlyMemory<float> Read(DerivedDataCache? cache) =>
        cache is null ? _computed.Value : MemoryMarshal.Cast<byte, float>(cache.GetOrMake(name, () => MemoryMarshal.AsBytes(_computed.Value.AsSpan()).ToArray())).ToArray();
}

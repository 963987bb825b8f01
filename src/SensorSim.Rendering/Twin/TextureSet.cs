using SensorSim.Vulkan.Binding;

namespace SensorSim.Rendering.Twin;

/// <summary>A material's textures, ready to bind.</summary>
/// <param name="Set">Set 1 of the passes that look at materials.</param>
/// <param name="Interleaved">Null where each texture has a sampler.</param>
internal sealed record TextureSet(ResourceSet Set, InterleavedTextures? Interleaved) : IDisposable
{
    public void Dispose()
    {
        Set.Dispose();
        Interleaved?.Dispose();
    }
}

namespace SensorSim.Vulkan.Images;

/// <summary>A block of mip levels and array layers.</summary>
public readonly record struct ImageSubresources(int FirstMip, int MipCount, int FirstLayer, int LayerCount)
{
    public static ImageSubresources Mip(int level, int layerCount = 1) => new(level, 1, 0, layerCount);

    public static ImageSubresources Layer(int layer, int mip = 0) => new(mip, 1, layer, 1);
}

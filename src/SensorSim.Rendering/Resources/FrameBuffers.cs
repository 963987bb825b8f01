using SensorSim.Vulkan;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>What the processor writes for one frame in flight.</summary>
internal sealed class FrameBuffers(Device device) : IDisposable
{
    public ViewBuffer Views { get; } = new(device);

    /// <summary>Three rows for each object, view after view; last the poses for the shadow maps.</summary>
    public UploadBuffer Poses { get; } = new(device, BufferUsage.UniformTexel, "poses", PixelFormat.R32G32B32A32Float);

    /// <summary>Three rows for each object at the instant after, view after view, then at the instant before.</summary>
    public UploadBuffer OtherPoses { get; } = new(device, BufferUsage.UniformTexel, "poses at other instants", PixelFormat.R32G32B32A32Float);

    public UploadBuffer Drawn { get; } = new(device, BufferUsage.UniformTexel, "drawn objects", PixelFormat.R32UInt);

    public UploadBuffer Lamps { get; } = new(device, BufferUsage.Storage, "lamps");

    public UploadBuffer LampWeights { get; } = new(device, BufferUsage.Storage, "lamp weights");

    public UploadBuffer Materials { get; } = new(device, BufferUsage.UniformTexel, "materials", PixelFormat.R32G32B32A32Float);

    public UploadBuffer MaterialLayers { get; } = new(device, BufferUsage.UniformTexel, "material layers", PixelFormat.R32G32B32A32Float);

    public UploadBuffer Categories { get; } = new(device, BufferUsage.Storage, "categories");

    public UploadBuffer Regions { get; } = new(device, BufferUsage.Storage, "coverage regions");

    /// <summary>Where each object is counted whose triangles are culled, view after view.</summary>
    public UploadBuffer RegionsByObject { get; } = new(device, BufferUsage.UniformTexel, "coverage regions by object", PixelFormat.R32UInt);

    /// <summary>Triangles to be culled, view after view.</summary>
    public UploadBuffer Clusters { get; } = new(device, BufferUsage.UniformTexel, "triangle clusters", PixelFormat.R32G32B32A32UInt);

    /// <summary>Morph weights and joints, object after object.</summary>
    public UploadBuffer Deformations { get; } = new(device, BufferUsage.Storage, "deformations");

    /// <summary>Weights of a slice, [view][row, layer].</summary>
    public UploadBuffer RowWeights { get; } = new(device, BufferUsage.Storage, "row weights");

    public void Flush()
    {
        Views.Flush();
        foreach (UploadBuffer buffer in (UploadBuffer[])[Poses, OtherPoses, Drawn, Lamps, LampWeights, Materials, MaterialLayers, Categories, Regions, RegionsByObject, Clusters, Deformations, RowWeights])
        {
            buffer.Flush();
        }
    }

    public void Dispose()
    {
        Views.Dispose();
        foreach (UploadBuffer buffer in (UploadBuffer[])[Poses, OtherPoses, Drawn, Lamps, LampWeights, Materials, MaterialLayers, Categories, Regions, RegionsByObject, Clusters, Deformations, RowWeights])
        {
            buffer.Dispose();
        }
    }
}

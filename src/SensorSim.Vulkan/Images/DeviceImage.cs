using SensorSim.Vulkan.Generated;
using SensorSim.Vulkan.Memory;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Images;

/// <summary>A 2D image, array or cube on the device, with its views. Its content is undefined until written.</summary>
public sealed unsafe class DeviceImage : IDisposable
{
    private readonly Device device;
    private readonly MemoryAllocation allocation;
    private readonly Dictionary<(ImageViewKind, ImageSubresources), ImageView> views = [];
    private readonly Lock access = new();
    private bool disposed;

    /// <exception cref="ArgumentException">The description is not possible on this device.</exception>
    public DeviceImage(Device device, ImageDescription description)
    {
        description.Validate(device.Limits);
        this.device = device;
        Description = description;
        Handle = Create(device, description);
        allocation = AllocateMemory();
        device.SetName(VkObjectType.Image, Handle.Value, description.Name);
    }

    public ImageDescription Description { get; }

    public int Width => Description.Width;

    public int Height => Description.Height;

    public PixelFormat Format => Description.Format;

    /// <summary>All levels and layers, in the kind that fits the description.</summary>
    public ImageView View => GetView(DefaultKind, AllSubresources);

    public ImageSubresources AllSubresources => new(0, Description.MipLevels, 0, Description.ArrayLayers);

    internal VkImage Handle { get; }

    internal VkImageAspectFlags Aspect => Format.IsDepth ? VkImageAspectFlags.Depth : VkImageAspectFlags.Color;

    private ImageViewKind DefaultKind =>
        Description.IsCube ? Description.ArrayLayers == 6 ? ImageViewKind.Cube : ImageViewKind.CubeArray
        : Description.ArrayLayers > 1 ? ImageViewKind.Image2DArray
        : ImageViewKind.Image2D;

    /// <summary>A view of one layer and level, for rendering into it or storing to it.</summary>
    public ImageView GetLayerView(int layer, int mip = 0) => GetView(ImageViewKind.Image2D, ImageSubresources.Layer(layer, mip));

    /// <summary>Made on first use and kept until the image is disposed.</summary>
    public ImageView GetView(ImageViewKind kind, ImageSubresources subresources)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        lock (access)
        {
            if (!views.TryGetValue((kind, subresources), out ImageView? view))
                views.Add((kind, subresources), view = new(this, CreateView(kind, subresources), kind, subresources));
            return view;
        }
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        device.Retire(() =>
        {
            foreach (ImageView view in views.Values)
                Vk.vkDestroyImageView(device.Handle, view.Handle, null);
            Vk.vkDestroyImage(device.Handle, Handle, null);
            device.Memory.Free(allocation);
        });
    }

    internal VkImageSubresourceRange Range(ImageSubresources part) => new()
    {
        aspectMask = Aspect,
        baseMipLevel = (uint)part.FirstMip,
        levelCount = (uint)part.MipCount,
        baseArrayLayer = (uint)part.FirstLayer,
        layerCount = (uint)part.LayerCount,
    };

    private MemoryAllocation AllocateMemory()
    {
        try
        {
            MemoryAllocation memory = device.Memory.Allocate(MemoryRequest.For(device.Handle, Handle));
            Check(Vk.vkBindImageMemory(device.Handle, Handle, memory.Block.Handle, memory.Offset));
            return memory;
        }
        catch
        {
            Vk.vkDestroyImage(device.Handle, Handle, null);
            throw;
        }
    }

    private static VkImage Create(Device device, ImageDescription description)
    {
        var info = new VkImageCreateInfo
        {
            flags = description.IsCube ? VkImageCreateFlags.CubeCompatible : VkImageCreateFlags.None,
            imageType = VkImageType.Type2d,
            format = (VkFormat)description.Format,
            extent = new() { width = (uint)description.Width, height = (uint)description.Height, depth = 1 },
            mipLevels = (uint)description.MipLevels,
            arrayLayers = (uint)description.ArrayLayers,
            samples = (VkSampleCountFlags)description.SampleCount,
            tiling = VkImageTiling.Optimal,
            usage = (VkImageUsageFlags)description.Usage | VkImageUsageFlags.TransferSrc | VkImageUsageFlags.TransferDst,
            initialLayout = VkImageLayout.Undefined,
        };
        RequireSupport(device, description, info);
        VkImage handle;
        Check(Vk.vkCreateImage(device.Handle, &info, null, &handle));
        return handle;
    }

    private static void RequireSupport(Device device, ImageDescription description, in VkImageCreateInfo info)
    {
        VkImageFormatProperties supported;
        VkResult result = Vk.vkGetPhysicalDeviceImageFormatProperties(
            device.PhysicalDevice.Handle, info.format, info.imageType, info.tiling, info.usage, info.flags, &supported);
        if (result == VkResult.ErrorFormatNotSupported || !supported.sampleCounts.HasFlag(info.samples))
            throw new VulkanException($"Device '{device.PhysicalDevice.Name}' does not support {description.Format} with {description.SampleCount} sample(s) for {description.Usage} (image '{description.Name}').");
        Check(result, "vkGetPhysicalDeviceImageFormatProperties");
    }

    private VkImageView CreateView(ImageViewKind kind, ImageSubresources part)
    {
        var info = new VkImageViewCreateInfo
        {
            image = Handle,
            viewType = (VkImageViewType)kind,
            format = (VkFormat)Format,
            subresourceRange = Range(part),
        };
        VkImageView handle;
        Check(Vk.vkCreateImageView(device.Handle, &info, null, &handle));
        return handle;
    }
}

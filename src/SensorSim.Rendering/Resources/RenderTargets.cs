using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>Images and buffers that a view of one size is drawn into. Views follow one another on the device and share them.</summary>
internal sealed class RenderTargets : IDisposable
{
    /// <summary>Words of a <c>SpanList</c> in spans.glsl.</summary>
    public const int SpanListWords = 9;

    /// <summary>Flicker layers that are drawn at once where surfaces are rasterized.</summary>
    public const int LayersAtOnce = 4;

    private readonly Device _device;
    private readonly Dictionary<(int Layer, int Samples), DeviceImage> _layers = [];
    private readonly Dictionary<int, DeviceImage> _sampledDepth = [];
    private SampleTargets? _samples;
    private NearestMicropolygons? _nearest;

    public RenderTargets(Device device, int width, int height, int layerCount, int spanLists)
    {
        (_device, Width, Height, LayerCount, SpanListCount) = (device, width, height, layerCount, spanLists);
        ulong pixels = (ulong)width * (ulong)height;
        ImageUsage written = device.Features.StorageImageExtendedFormats ? ImageUsage.Storage : ImageUsage.None;
        Visibility = Image(PixelFormat.R32G32UInt, ImageUsage.ColorAttachment | ImageUsage.Sampled | written, 1, "visibility");
        Depth = Image(PixelFormat.D32Float, ImageUsage.DepthAttachment | ImageUsage.Sampled, 1, "depth");
        Radiance = new(device, pixels * 16 * (ulong)layerCount, BufferUsage.Storage | BufferUsage.UniformTexel, name: "radiance");
        SpanLists = new(device, (ulong)spanLists * SpanListWords * 4, BufferUsage.Storage | BufferUsage.Indirect, name: "span lists");

        // A span of eight pixels is listed at most once for each of them, and twice more for background and labels.
        Spans = new(device, (pixels + 8) / 8 * 10 * 4, BufferUsage.Storage, name: "spans");
        SpanKinds = new(device, (pixels + 7) / 8 * 8, BufferUsage.Storage | BufferUsage.UniformTexel, name: "span kinds");
        SpanKindTexels = new(device, SpanKinds, PixelFormat.R32G32UInt);
        Backdrop = CreateBackdrop(1, 1, 1);
        Ambient = new(device, 1);
    }

    public int Width { get; }

    public int Height { get; }

    public int LayerCount { get; }

    public int SpanListCount { get; }

    public DeviceImage Visibility { get; }

    public DeviceImage Depth { get; }

    public DeviceBuffer Radiance { get; }

    /// <summary>The opaque image behind surfaces that transmit light, one array layer for each of radiance, with mip levels; a single texel until needed.</summary>
    public DeviceImage Backdrop { get; private set; }

    /// <summary>Of a single pixel until needed.</summary>
    public AmbientTargets Ambient { get; private set; }

    public DeviceBuffer SpanLists { get; }

    public DeviceBuffer Spans { get; }

    public DeviceBuffer SpanKinds { get; }

    public TexelView SpanKindTexels { get; }

    /// <summary>Radiance times coverage, and coverage, of surfaces that are rasterized.</summary>
    public DeviceImage Layer(int layer, int samples)
    {
        if (!_layers.TryGetValue((layer, samples), out DeviceImage? image))
        {
            const ImageUsage Usage = ImageUsage.ColorAttachment | ImageUsage.Sampled;
            _layers.Add((layer, samples), image = Image(PixelFormat.R32G32B32A32Float, Usage, samples, $"layer {layer}"));
        }

        return image;
    }

    /// <summary>Made when something asks for it.</summary>
    public SampleTargets Samples => _samples ??= new(_device, Width, Height);

    /// <summary>At the centres of pixels; made when something asks for it.</summary>
    public NearestMicropolygons Nearest => _nearest ??= new(_device, Width * Height, 1);

    /// <summary>Gives the backdrop its size, before it is bound.</summary>
    public void NeedBackdrop()
    {
        if ((Backdrop.Width, Backdrop.Height, Backdrop.Description.ArrayLayers) != (Width, Height, LayerCount))
        {
            Backdrop.Dispose();
            Backdrop = CreateBackdrop(Width, Height, LayerCount);
        }
    }

    /// <summary>Gives the ambient occlusion its size, before it is bound.</summary>
    public void NeedAmbient()
    {
        if (Ambient.Pixels != Width * Height)
        {
            Ambient.Dispose();
            Ambient = new(_device, Width * Height);
        }
    }

    public DeviceImage SampledDepth(int samples)
    {
        if (!_sampledDepth.TryGetValue(samples, out DeviceImage? image))
        {
            _sampledDepth.Add(samples, image = Image(PixelFormat.D32Float, ImageUsage.DepthAttachment | ImageUsage.Sampled, samples, "multisampled depth"));
        }

        return image;
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [Visibility, Depth, Radiance, Backdrop, Ambient, SpanLists, Spans, SpanKindTexels, SpanKinds, .. _layers.Values, .. _sampledDepth.Values];
        _samples?.Dispose();
        _nearest?.Dispose();
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private DeviceImage Image(PixelFormat format, ImageUsage usage, int samples, string name) =>
        new(_device, new() { Width = Width, Height = Height, Format = format, Usage = usage, SampleCount = samples, Name = name });

    private DeviceImage CreateBackdrop(int width, int height, int layers)
    {
        var image = new DeviceImage(_device, new()
        {
            Width = width,
            Height = height,
            ArrayLayers = layers,
            MipLevels = ImageDescription.FullMipLevels(width, height),
            Format = PixelFormat.R32G32B32A32Float,
            Usage = ImageUsage.Sampled,
            Name = "backdrop",
        });
        _device.Execute(recorder => recorder.Transition(image, ResourceState.Undefined, ResourceState.ShaderSampled));
        return image;
    }
}

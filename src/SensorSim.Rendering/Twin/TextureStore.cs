using SensorSim.Scenes.Model;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Twin;

/// <summary>
/// The twin's textures on the device, made when a material first uses them: one image for each picture and colour space, with mip levels, or
/// one buffer for all textures of a material.
/// </summary>
internal sealed class TextureStore : IDisposable
{
    private readonly Device _device;
    private readonly UploadRing _uploads;
    private readonly Scene _scene;
    private readonly TextureFiltering _filtering;
    private readonly ResourceLayout _layout;
    private readonly ResourceLayout _layersLayout;
    private readonly DeviceImage _white;
    private readonly DeviceBuffer _noTexels;
    private readonly TexelView _noTexelsView;
    private readonly Dictionary<(int Image, bool IsSrgb), DeviceImage> _images = [];
    private readonly Dictionary<TextureSampler, Sampler> _samplers = [];
    private readonly Dictionary<(int, int, int, int, int, bool), TextureSet> _sets = [];
    private readonly Dictionary<string, ResourceSet> _layers = new(StringComparer.Ordinal);

    public TextureStore(Device device, ResourceLayout layout, ResourceLayout layersLayout, UploadRing uploads, Scene scene, TextureFiltering filtering)
    {
        (_device, _uploads, _scene, _filtering) = (device, uploads, scene, filtering);
        (_layout, _layersLayout) = (layout, layersLayout);
        _noTexels = new(device, 16, BufferUsage.UniformTexel, name: "no interleaved textures");
        _noTexelsView = new(device, _noTexels, PixelFormat.R32G32B32A32UInt);
        _white = Upload(new("white", 1, 1, [255, 255, 255, 255]), isSrgb: false);
    }

    /// <summary>Set 1 of the passes that look at materials.</summary>
    public static ResourceLayout CreateLayout(Device device) => new(device, [.. Enumerable.Range(0, MaterialTextures.SlotCount)
        .Select(slot => new ResourceBinding(slot, ResourceKind.CombinedImageSampler, ShaderStage.Fragment | ShaderStage.Compute)),
        new(MaterialTextures.SlotCount, ResourceKind.UniformTexelBuffer, ShaderStage.Fragment | ShaderStage.Compute)]);

    /// <summary>Set 2 of the passes that shade materials with layers.</summary>
    public static ResourceLayout CreateLayersLayout(Device device) => new(device, [.. Enumerable.Range(0, LayerTextures.SlotCount)
        .Select(slot => new ResourceBinding(slot, ResourceKind.CombinedImageSampler, ShaderStage.Fragment | ShaderStage.Compute))]);

    /// <summary>The textures of a material's layers, ready to bind.</summary>
    public ResourceSet LayersOf(Material material)
    {
        string key = string.Join(',', Enum.GetValues<LayerSlot>().Select(slot => LayerTextures.Of(material, slot)?.Texture ?? -1));
        if (!_layers.TryGetValue(key, out ResourceSet? set))
        {
            _layers.Add(key, set = new(_device, _layersLayout));
            foreach (LayerSlot slot in Enum.GetValues<LayerSlot>())
            {
                Bind(set, (int)slot, LayerTextures.Of(material, slot), LayerTextures.IsSrgb(slot));
            }
        }

        return set;
    }

    /// <summary>The textures of a material, ready to bind.</summary>
    public TextureSet SetOf(Material material)
    {
        int At(TextureSlot slot) => MaterialTextures.Of(material, slot)?.Texture ?? -1;
        bool isInterleaved = _filtering.Interleaves && InterleavedTextures.Fit(_scene, material);
        var key = (At(TextureSlot.BaseColor), At(TextureSlot.MetallicRoughness), At(TextureSlot.Normal), At(TextureSlot.Occlusion), At(TextureSlot.Emissive), isInterleaved);
        if (!_sets.TryGetValue(key, out TextureSet? set))
        {
            _sets.Add(key, set = isInterleaved ? CreateInterleaved(material) : Create(material));
        }

        return set;
    }

    public void Dispose()
    {
        IEnumerable<IDisposable> owned = [.. _sets.Values, .. _layers.Values, .. _samplers.Values, .. _images.Values, _white, _noTexelsView, _noTexels];
        foreach (IDisposable resource in owned)
        {
            resource.Dispose();
        }
    }

    private TextureSet CreateInterleaved(Material material)
    {
        var textures = new InterleavedTextures(_device, _uploads, _scene, material);
        ResourceSet set = new ResourceSet(_device, _layout).Set(MaterialTextures.SlotCount, textures.View);
        foreach (TextureSlot slot in Enum.GetValues<TextureSlot>())
        {
            set.Set((int)slot, _white.View, SamplerOf(TextureSampler.Default));
        }

        return new(set, textures);
    }

    private TextureSet Create(Material material)
    {
        ResourceSet set = new ResourceSet(_device, _layout).Set(MaterialTextures.SlotCount, _noTexelsView);
        foreach (TextureSlot slot in Enum.GetValues<TextureSlot>())
        {
            Bind(set, (int)slot, MaterialTextures.Of(material, slot), MaterialTextures.IsSrgb(slot));
        }

        return new(set, null);
    }

    private void Bind(ResourceSet set, int slot, TextureBinding? binding, bool isSrgb)
    {
        Texture? texture = binding is null ? null : _scene.Textures[binding.Texture];
        DeviceImage image = texture is null ? _white : ImageOf(texture.Image, isSrgb);
        set.Set(slot, image.View, SamplerOf(texture?.Sampler ?? TextureSampler.Default));
    }

    private DeviceImage ImageOf(int index, bool isSrgb)
    {
        if (!_images.TryGetValue((index, isSrgb), out DeviceImage? image))
        {
            _images.Add((index, isSrgb), image = Upload(_scene.Images[index], isSrgb));
        }

        return image;
    }

    private DeviceImage Upload(Image picture, bool isSrgb)
    {
        var image = new DeviceImage(_device, new()
        {
            Width = picture.Width,
            Height = picture.Height,
            MipLevels = ImageDescription.FullMipLevels(picture.Width, picture.Height),
            Format = isSrgb ? PixelFormat.R8G8B8A8UNormSrgb : PixelFormat.R8G8B8A8UNorm,
            Usage = ImageUsage.Sampled,
            Name = picture.Name,
        });
        _device.Execute(recorder =>
        {
            recorder.Transition(image, ResourceState.Undefined, ResourceState.TransferDestination);
            _uploads.Upload<byte>(recorder, picture.Rgba, image);
            recorder.GenerateMips(image, ResourceState.ShaderSampled);
        });
        return image;
    }

    private Sampler SamplerOf(TextureSampler sampler)
    {
        if (!_samplers.TryGetValue(sampler, out Sampler? made))
        {
            _samplers.Add(sampler, made = new(_device, Describe(sampler)));
        }

        return made;
    }

    private SamplerDescription Describe(TextureSampler sampler) => new()
    {
        MagFilter = sampler.MagLinear ? SamplerFilter.Linear : SamplerFilter.Nearest,
        MinFilter = sampler.MinLinear ? SamplerFilter.Linear : SamplerFilter.Nearest,
        MipFilter = sampler.Mip == MipFilter.Linear ? SamplerFilter.Linear : SamplerFilter.Nearest,
        MaxLod = sampler.Mip == MipFilter.None ? 0 : 1000,
        AddressU = AddressOf(sampler.WrapU),
        AddressV = AddressOf(sampler.WrapV),
        MaxAnisotropy = sampler is { MagLinear: true, MinLinear: true, Mip: MipFilter.Linear } ? _filtering.Anisotropy : 1,
    };

    private static SamplerAddressMode AddressOf(TextureWrap wrap) => wrap switch
    {
        TextureWrap.Repeat => SamplerAddressMode.Repeat,
        TextureWrap.MirroredRepeat => SamplerAddressMode.MirroredRepeat,
        _ => SamplerAddressMode.ClampToEdge,
    };
}

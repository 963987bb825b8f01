using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads textures and their samplers.</summary>
internal sealed class TextureReader(GltfDocument document)
{
    /// <summary>Whether a texture has an image that we can read; one that only an unsupported extension supplies has not.</summary>
    public bool HasImage(int texture) => ExtTextureWebp.SourceOf(document.Textures[texture], document.Images) is not null;

    /// <summary>One texture for each of the document's. Those without an image get the blank one that <see cref="ImageReader"/> puts behind the document's.</summary>
    public List<Texture> Read()
    {
        List<TextureSampler> samplers = document.Samplers.Read(ReadSampler);
        return document.Textures.Read(texture => new Texture(
            ExtTextureWebp.SourceOf(texture, document.Images) ?? document.Images.Count,
            texture.Index("sampler", document.Samplers) is int sampler ? samplers[sampler] : TextureSampler.Default));
    }

    private static TextureSampler ReadSampler(JsonCursor sampler)
    {
        (bool minLinear, MipFilter mip) = Minification(sampler);
        return new(Magnification(sampler), minLinear, mip, Wrap(sampler, "wrapS"), Wrap(sampler, "wrapT"));
    }

    private static bool Magnification(JsonCursor sampler) => Code(sampler, "magFilter", 9729) switch
    {
        9728 => false,
        9729 => true,
        _ => throw sampler.Get("magFilter").Error("expected 9728 (nearest) or 9729 (linear); correct the value"),
    };

    private static (bool Linear, MipFilter Mip) Minification(JsonCursor sampler) => Code(sampler, "minFilter", 9987) switch
    {
        9728 => (false, MipFilter.None),
        9729 => (true, MipFilter.None),
        9984 => (false, MipFilter.Nearest),
        9985 => (true, MipFilter.Nearest),
        9986 => (false, MipFilter.Linear),
        9987 => (true, MipFilter.Linear),
        _ => throw sampler.Get("minFilter").Error("expected 9728, 9729 or 9984 to 9987; correct the value"),
    };

    private static TextureWrap Wrap(JsonCursor sampler, string name) => Code(sampler, name, 10497) switch
    {
        10497 => TextureWrap.Repeat,
        33648 => TextureWrap.MirroredRepeat,
        33071 => TextureWrap.ClampToEdge,
        _ => throw sampler.Get(name).Error("expected 10497 (repeat), 33648 (mirrored) or 33071 (clamp); correct the value"),
    };

    private static long Code(JsonCursor sampler, string name, long absent) => sampler.Integer(name, absent, 0, int.MaxValue);
}

using System.Text.Json.Nodes;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>Writes images, samplers and textures.</summary>
internal static class TextureWriter
{
    public static void Write(JsonObject document, Scene scene, IReadOnlyList<byte[]> images, GlbBuffer buffer)
    {
        List<TextureSampler> samplers = [.. scene.Textures.Select(t => t.Sampler).Distinct()];
        GlbWriter.Add(document, "textures", [.. scene.Textures.Select(t => new JsonObject { ["sampler"] = samplers.IndexOf(t.Sampler), ["source"] = t.Image })]);
        GlbWriter.Add(document, "samplers", [.. samplers.Select(WriteSampler)]);
        GlbWriter.Add(document, "images", [.. scene.Images.Select((image, i) => WriteImage(image, images[i], buffer))]);
    }

    private static JsonObject WriteImage(Image image, byte[] file, GlbBuffer buffer)
    {
        if (!PngDecoder.IsPng(file) && !JpegDecoder.IsJpeg(file))
        {
            throw new ArgumentException($"The encoded image \"{image.Name}\" is neither PNG nor JPEG.", nameof(file));
        }

        var json = new JsonObject { ["bufferView"] = buffer.AddFile(file), ["mimeType"] = PngDecoder.IsPng(file) ? "image/png" : "image/jpeg" };
        if (image.Name is not null)
        {
            json["name"] = image.Name;
        }

        return json;
    }

    private static JsonObject WriteSampler(TextureSampler sampler) => new JsonObject
    {
        ["magFilter"] = sampler.MagLinear ? 9729 : 9728,
        ["minFilter"] = sampler.Mip switch
        {
            MipFilter.None => sampler.MinLinear ? 9729 : 9728,
            MipFilter.Nearest => sampler.MinLinear ? 9985 : 9984,
            _ => sampler.MinLinear ? 9987 : 9986,
        },
        ["wrapS"] = Wrap(sampler.WrapU),
        ["wrapT"] = Wrap(sampler.WrapV),
    };

    private static int Wrap(TextureWrap wrap) => wrap switch
    {
        TextureWrap.ClampToEdge => 33071,
        TextureWrap.MirroredRepeat => 33648,
        _ => 10497,
    };
}

namespace SensorSim.Scenes.Gltf.Extensions;

/// <summary>EXT_texture_webp: a texture's image as WebP, beside or instead of a PNG or JPEG.</summary>
internal static class ExtTextureWebp
{
    public const string Name = "EXT_texture_webp";

    /// <summary>The image of a texture: the WebP where there is one; null without any that can be read.</summary>
    public static int? SourceOf(JsonCursor texture, GltfArray images) =>
        texture.Find("extensions")?.Find(Name)?.Index("source", images) ?? texture.Index("source", images);
}

using SensorSim.Scenes.Gltf.Accessors;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf;

/// <summary>Reads the document's images: all headers first, against the limits, then all pixels in parallel.</summary>
internal sealed class ImageReader(GltfDocument document, BufferSource buffers, AssetFolder folder, GltfLimits limits, GltfWarnings warnings)
{
    private readonly Image blank = new(null, 1, 1, [255, 255, 255, 255]);

    /// <summary>One image for each of the document's, in order, and a blank one (1 x 1, white) for textures without image. Those that no texture uses are blank and left unread.</summary>
    public Image[] Read()
    {
        EncodedImage?[] encoded = Encoded();
        var pixels = new Image?[encoded.Length];
        try
        {
            Parallel.For(0, encoded.Length, i => pixels[i] = encoded[i]?.Decode(limits.Image));
        }
        catch (AggregateException e)
        {
            // Whichever thread failed first, the message names the first image of the document.
            throw e.InnerExceptions.OfType<GltfException>().MinBy(g => g.Place, StringComparer.Ordinal) ?? e.InnerExceptions[0];
        }

        return [.. pixels.Select(p => p ?? blank), .. HasTextureWithoutImage() ? [blank] : Array.Empty<Image>()];
    }

    private bool HasTextureWithoutImage() => document.Textures.All().Any(t => ExtTextureWebp.SourceOf(t.Item, document.Images) is null);

    private EncodedImage?[] Encoded()
    {
        HashSet<int> used = [.. document.Textures.All().Select(t => ExtTextureWebp.SourceOf(t.Item, document.Images) ?? -1)];
        var budget = new MemoryBudget("the decoded images", limits.MaximumImageBytes);
        var encoded = new EncodedImage?[document.Images.Count];
        foreach ((int index, JsonCursor at) in document.Images.All())
        {
            if (!used.Contains(index))
            {
                warnings.Add($"Image {index} is not used by any texture and was not read.");
                continue;
            }

            encoded[index] = EncodedImage.Open(at, Bytes(at), limits.Image);
            budget.Claim((long)encoded[index]!.Width * encoded[index]!.Height, 4, at);
        }

        return encoded;
    }

    private ReadOnlyMemory<byte> Bytes(JsonCursor image)
    {
        JsonCursor? uri = image.Find("uri"), view = image.Find("bufferView");
        return (uri, view) switch
        {
            (not null, null) => folder.Read(uri),
            (null, not null) => buffers.View(view.Index(document.BufferViews)).Bytes,
            _ => throw image.Error("expected either a uri or a bufferView; give exactly one"),
        };
    }
}

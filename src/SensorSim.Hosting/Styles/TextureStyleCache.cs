using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Images;
using SensorSim.Signals;
using SensorSim.Style;
using SensorSim.Vulkan;

namespace SensorSim.Hosting.Styles;

/// <summary>
/// Textures that a style made, by what decides them: their own pixels, the style with every parameter and file, the plugin. A picture and, beside it, what the backend said; both or nothing. A model is loaded only when
/// something is missing. Of a style that is not deterministic the cache is what makes the next run use the same textures.
/// </summary>
internal sealed class TextureStyleCache : IDisposable
{
    private readonly ChosenStyle _style;
    private readonly ulong _seed;
    private readonly string _folder;
    private readonly string _identity;
    private IStyleTransfer? _transfer;

    public TextureStyleCache(ChosenStyle style, ulong seed, string? folder)
    {
        (_style, _seed) = (style, seed);
        string text = StyleRecordJson.ToNode(style.WithoutIdentity(StyleRecord.Textures, seed)).ToJsonString() + PluginUses.IdentityOf(style.Plugin);
        _identity = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        _folder = Path.Combine(folder ?? UserCacheFolder.Of("textures"), _identity);
    }

    /// <summary>What made the textures; as it was when the first of them was made.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Identity
    {
        get
        {
            return Said(Path.Combine(_folder, "identity.json")) is { } identity
                ? new SortedDictionary<string, JsonNode?>(identity.ToDictionary(pair => pair.Key, pair => pair.Value?.DeepClone(), StringComparer.Ordinal), StringComparer.Ordinal)
                : Transfer().Identity;
        }
    }

    /// <param name="clip">The texture as a clip of one frame.</param>
    /// <param name="sha256">Digest of its pixels.</param>
    /// <param name="stop">Ends the work.</param>
    public StyledTexture Get(StyleClip clip, string sha256, CancellationToken stop)
    {
        // What the style may draw by goes into the name, too: which texture of the scene it is.
        string path = Path.Combine(_folder, FormattableString.Invariant($"{sha256}-{clip.Sample}"));
        return Read(path) ?? Make(clip, path, stop);
    }

    public void Dispose() => _transfer?.Dispose();

    private static StyledTexture? Read(string path)
    {
        if (Said(path + ".json") is not { } said || !File.Exists(path + ".png"))
        {
            return null;
        }

        try
        {
            PixelPlane picture = PngDecoder.Decode(File.ReadAllBytes(path + ".png"));
            return PixelDigest.Of(picture) == (string?)said["pixels_sha256"] ? new(picture, said["evidence"]?.DeepClone().AsObject() ?? []) : null;
        }
        catch (Exception damaged) when (damaged is ImageFormatException or InvalidOperationException)
        {
            // Made again.
            return null;
        }
    }

    // Null where it is not there, or damaged.
    private static JsonObject? Said(string path)
    {
        try
        {
            return File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path), documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private StyledTexture Make(StyleClip clip, string path, CancellationToken stop)
    {
        StyleResult result = Transfer().Apply(clip, stop);
        PixelPlane picture = Pictures.ToPlane(result.Frames[0], SampleType.UInt8);
        var evidence = new JsonObject(result.Evidence.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));
        AtomicFile.Write(path + ".png", PngEncoder.Encode(picture));
        AtomicFile.Write(path + ".json", CanonicalJson.Serialize(new JsonObject { ["pixels_sha256"] = PixelDigest.Of(picture), ["evidence"] = evidence.DeepClone() }));
        return new(picture, evidence);
    }

    private IStyleTransfer Transfer()
    {
        if (_transfer is null)
        {
            _transfer = _style.Prepare(_seed, Path.Combine(_folder, "work"));
            AtomicFile.Write(Path.Combine(_folder, "identity.json"), CanonicalJson.Serialize(new JsonObject(_transfer.Identity.Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())))));
        }

        return _transfer;
    }
}

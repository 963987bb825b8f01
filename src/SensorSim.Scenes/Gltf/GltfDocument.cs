using System.Text.Json;

namespace SensorSim.Scenes.Gltf;

/// <summary>The JSON of a glTF file with its top-level arrays. Disposing it returns the parser's memory.</summary>
internal sealed class GltfDocument : IDisposable
{
    private readonly JsonDocument json;

    private GltfDocument(string file, JsonDocument json)
    {
        this.json = json;
        File = file;
        Root = JsonCursor.Root(file, json.RootElement);
        Buffers = Array("buffers");
        BufferViews = Array("bufferViews");
        Accessors = Array("accessors");
        Images = Array("images");
        Samplers = Array("samplers");
        Textures = Array("textures");
        Materials = Array("materials");
        Meshes = Array("meshes");
        Nodes = Array("nodes");
        Skins = Array("skins");
        Cameras = Array("cameras");
        Scenes = Array("scenes");
        Animations = Array("animations");
        Lights = new("lights", Extensions.KhrLightsPunctual.Lights(Root));
        ExtensionsUsed = [.. Root.Items("extensionsUsed").Select(e => e.Text())];
        ExtensionsRequired = [.. Root.Items("extensionsRequired").Select(e => e.Text())];
    }

    /// <summary>Name of the file, for messages.</summary>
    public string File { get; }

    public JsonCursor Root { get; }

    public GltfArray Buffers { get; }

    public GltfArray BufferViews { get; }

    public GltfArray Accessors { get; }

    public GltfArray Images { get; }

    public GltfArray Samplers { get; }

    public GltfArray Textures { get; }

    public GltfArray Materials { get; }

    public GltfArray Meshes { get; }

    public GltfArray Nodes { get; }

    public GltfArray Skins { get; }

    public GltfArray Cameras { get; }

    public GltfArray Scenes { get; }

    public GltfArray Animations { get; }

    /// <summary>KHR_lights_punctual's lights.</summary>
    public GltfArray Lights { get; }

    public IReadOnlyList<string> ExtensionsUsed { get; }

    public IReadOnlyList<string> ExtensionsRequired { get; }

    /// <summary>Parses and checks the version; extensions are checked by <see cref="SupportedExtensions"/>.</summary>
    /// <exception cref="GltfException">Not JSON, too large, or not glTF 2.</exception>
    public static GltfDocument Parse(string file, ReadOnlyMemory<byte> utf8, GltfLimits limits)
    {
        JsonDocument parsed = GltfJson.Parse(file, utf8, limits);
        try
        {
            RequireVersion2(JsonCursor.Root(file, parsed.RootElement).Get("asset"));
            return new GltfDocument(file, parsed);
        }
        catch
        {
            parsed.Dispose();
            throw;
        }
    }

    public void Dispose() => json.Dispose();

    private static void RequireVersion2(JsonCursor asset)
    {
        JsonCursor needed = asset.Find("minVersion") ?? asset.Get("version");
        string version = needed.Text();
        if (version != "2.0" && (needed.Path.EndsWith("minVersion", StringComparison.Ordinal) || !version.StartsWith("2.", StringComparison.Ordinal)))
        {
            throw needed.Error($"expected glTF 2.0, found \"{version}\"; convert the file to glTF 2.0");
        }
    }

    private GltfArray Array(string name) => new(name, Root.Items(name));
}

using System.Text.Json;

namespace SensorSim.Scenes.Gltf;

/// <summary>The JSON of a glTF file with its top-level arrays. Disposing it returns the parser's memory.</summary>
internal sealed class GltfDocument : IDisposable
{
    private readonly JsonDocument json;

    private GltfDocument(string file, JsonDocument json, GltfLimits limits)
    {
        this.json = json;
        File = file;
        Root = JsonCursor.Root(file, json.RootElement);
        Buffers = Array("buffers", limits.MaximumElements);
        BufferViews = Array("bufferViews", limits.MaximumElements);
        Accessors = Array("accessors", limits.MaximumElements);
        Images = Array("images", limits.MaximumElements);
        Samplers = Array("samplers", limits.MaximumElements);
        Textures = Array("textures", limits.MaximumElements);
        Materials = Array("materials", limits.MaximumElements);
        Meshes = Array("meshes", limits.MaximumElements);
        Nodes = Array("nodes", limits.MaximumNodes);
        Skins = Array("skins", limits.MaximumElements);
        Cameras = Array("cameras", limits.MaximumElements);
        Scenes = Array("scenes", limits.MaximumElements);
        Animations = Array("animations", limits.MaximumElements);
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
            return new GltfDocument(file, parsed, limits);
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

    private GltfArray Array(string name, int maximum)
    {
        if (Root.Find(name) is not JsonCursor array)
        {
            return new(name, []);
        }

        return array.Element.ValueKind != JsonValueKind.Array || array.Element.GetArrayLength() <= maximum
            ? new(name, array.Items())
            : throw array.Error($"{array.Element.GetArrayLength()} elements are more than {maximum}; split the scene");
    }
}

using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>A style backend, and what it is tried on: small pictures, two targets, nothing that it did not ask for.</summary>
internal sealed class StyleBench
{
    private const ulong Seed = 7;

    private static readonly StyleTarget[] s_targets = [Target("sharp.png", TestPictures.Blocks(64, 48, 11, 0.03)), Target("dark.png", Darkened(TestPictures.Blocks(50, 60, 12, 0.03)))];

    private readonly Lazy<string?> _refusal;

    public StyleBench(InstalledPlugin plugin)
    {
        (Backend, Schema, Defaults) = ((StyleBackend)plugin.Instance, plugin.Schema, Settings.Default.Bind(plugin.Schema)!);
        Clips = new(Backend.Scope);
        _refusal = new(() => WhyNot(Defaults, Schema.Parameters.Any(parameter => parameter is { Type: ParameterType.Text } && parameter.Default.GetValue<string>().Length == 0)));
    }

    public StyleBackend Backend { get; }

    public ParameterSchema Schema { get; }

    /// <summary>Of every check that tries no others.</summary>
    public object Defaults { get; }

    public TestClips Clips { get; }

    /// <summary>Why it cannot be tried: a library is missing, or a file or an endpoint that has no default. Null where it can.</summary>
    public string? Refusal => _refusal.Value;

    /// <summary>All labels that it may get.</summary>
    public StyleInputs Inputs => Backend.Needs | Backend.Uses;

    /// <summary>Real images to go by; none where it goes by none.</summary>
    public IReadOnlyList<StyleTarget> Targets => Backend.Target == StyleTargetUse.None ? [] : s_targets;

    /// <summary>Parameter records that are usual, with how they came to be.</summary>
    public IEnumerable<(Settings Settings, object Parameters)> Usual => Bound(Settings.Usual(Schema));

    /// <summary>Parameter records at the ends of their ranges.</summary>
    public IEnumerable<(Settings Settings, object Parameters)> Ends => Bound(Settings.Ends(Schema));

    /// <summary>A target of the bench.</summary>
    public static StyleTarget Target(string name, StyleImage picture) =>
        new(name, Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(picture.Samples))), picture.Copy);

    /// <summary>Restyles clips, one after the other, as a run does.</summary>
    public IReadOnlyList<StyleResult> Restyle(object parameters, IReadOnlyList<StyleClip> clips, IReadOnlyList<StyleTarget>? targets = null) =>
        Using(parameters, targets ?? Targets, transfer => (IReadOnlyList<StyleResult>)[.. clips.Select(clip => transfer.Apply(clip, CancellationToken.None))]);

    /// <summary>Prepares the style, in a work folder of its own.</summary>
    public TResult Using<TResult>(object parameters, IReadOnlyList<StyleTarget> targets, Func<IStyleTransfer, TResult> body)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("sensorsim-style-");
        try
        {
            using IStyleTransfer transfer = Backend.PrepareWith(parameters, new(targets, Seed, folder.FullName));
            return body(transfer);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What the pictures of the usual clips become; null where a rule of the plugin's own forbids these values together, or it refuses them.</summary>
    public IReadOnlyList<string>? Looks(Settings settings) =>
        settings.Bind(Schema) is { } parameters && WhyNot(parameters, isForRequest: true) is null ? [.. Restyle(parameters, Clips.Usual(Inputs)).Select(Look)] : null;

    /// <summary>Digest of the pictures.</summary>
    public static string Look(StyleResult result) => Convert.ToHexStringLower(SHA256.HashData([.. result.Frames.SelectMany(frame => MemoryMarshal.AsBytes(frame.Samples).ToArray())]));

    /// <summary>The same with what records would say of it.</summary>
    public static string LookAndEvidence(StyleResult result) =>
        Look(result) + JsonSerializer.Serialize(new SortedDictionary<string, JsonNode?>(result.Evidence.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal));

    // Records that the plugin's own rules forbid, or that it refuses on this machine, are left out.
    private IEnumerable<(Settings Settings, object Parameters)> Bound(IEnumerable<Settings> settings) =>
        settings.Select(values => (values, values.Bind(Schema))).Where(pair => pair.Item2 is not null && WhyNot(pair.Item2, isForRequest: true) is null).Select(pair => (pair.values, pair.Item2!));

    private string? WhyNot(object parameters, bool isForRequest)
    {
        try
        {
            Restyle(parameters, [Clips.Usual(Inputs)[0]]);
            return null;
        }
        catch (Exception refusal) when (refusal is MissingLibraryException || (isForRequest && refusal is StyleException))
        {
            return refusal.Message.Split('\n')[0];
        }
    }

    private static StyleImage Darkened(StyleImage picture)
    {
        foreach (ref float sample in picture.Samples)
        {
            sample *= 0.6f;
        }

        return picture;
    }
}

using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Style;

namespace SensorSim.Hosting.Styles;

/// <summary>A backend with checked parameters and the real images that it goes by.</summary>
public sealed class ChosenStyle
{
    private readonly object _parameters;
    private readonly IReadOnlyDictionary<string, JsonNode?> _values;
    private readonly IReadOnlyDictionary<string, string> _files;

    private ChosenStyle(InstalledPlugin plugin, object parameters, IReadOnlyDictionary<string, JsonNode?> values, IReadOnlyDictionary<string, string> files, TargetImages? targets)
    {
        (Plugin, _parameters, _values, _files, Targets) = (plugin, parameters, values, files, targets);
    }

    public InstalledPlugin Plugin { get; }

    public StyleBackend Backend => (StyleBackend)Plugin.Instance;

    /// <summary>Null where none were given.</summary>
    public TargetImages? Targets { get; }

    public bool IsDeterministic => Backend.IsDeterministicWith(_parameters);

    /// <summary>Finds the backend, binds its parameters, reads the digests of files and targets.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="baseFolder">Where relative paths begin.</param>
    /// <param name="catalog">What is installed.</param>
    /// <exception cref="RequestException">Every problem at once, each with what to do.</exception>
    public static ChosenStyle Of(StyleSettings settings, string baseFolder, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(catalog);
        InstalledPlugin plugin = Require(settings.Use.Use, catalog);
        ParameterDescription[] files = [.. plugin.Schema.Parameters.Where(parameter => parameter.IsFile && TextOf(settings, parameter.Name) is not (null or ""))];
        ParameterBinding bound = plugin.Schema.Bind(WithWholePaths(settings, baseFolder, files));
        string[] problems = [.. bound.Errors.Select(error => $"{settings.Use.Use}: {error.Message}"), .. files.Select(file => Missing(settings, baseFolder, file)).OfType<string>(), .. TargetProblems(settings, (StyleBackend)plugin.Instance)];
        if (bound.Parameters is null || problems.Length > 0)
        {
            throw new RequestException(problems);
        }

        SortedDictionary<string, JsonNode?> values = new(plugin.Schema.ValuesOf(bound.Parameters).ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);
        SortedDictionary<string, string> digests = new(StringComparer.Ordinal);
        foreach (ParameterDescription file in files)
        {
            values[file.Name] = JsonValue.Create(TextOf(settings, file.Name));
            digests[file.Name] = DigestOf(WholePath(settings, baseFolder, file.Name));
        }

        return new(plugin, bound.Parameters, values, digests, settings.Target is { } pattern ? TargetImages.Find(pattern, baseFolder) : null);
    }

    /// <summary>What is missing of a frame for the style and the gate behind it, a sentence each.</summary>
    /// <param name="outputs">What the frame has.</param>
    /// <param name="gate">Behind the style.</param>
    public IEnumerable<string> MissingLabels(IEnumerable<string> outputs, LabelGate gate)
    {
        ArgumentNullException.ThrowIfNull(gate);
        string[] there = [.. outputs];
        if (gate.Action != GateAction.Off && !there.Contains(LabelGate.RequiredLabel, StringComparer.Ordinal))
        {
            yield return $"the label gate needs the label {LabelGate.RequiredLabel}, which is not there; render with it, or turn the gate off: then nobody knows whether labels still hold.";
        }

        foreach (string output in StyleFrames.OutputsOf(Backend.Needs).Where(output => !there.Contains(output, StringComparer.Ordinal)))
        {
            yield return $"{Plugin.Manifest.Id} needs the label {output}, which is not there; render with labels: [{string.Join(", ", there.Append(output).Order(StringComparer.Ordinal))}].";
        }
    }

    /// <summary>Loads what the style needs. A server that does not answer is asked for half a minute: who stops meanwhile leaves it to itself.</summary>
    /// <param name="seed">Of its random choices.</param>
    /// <param name="workFolder">Made when it is not there.</param>
    /// <param name="stop">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">It was stopped first.</exception>
    public IStyleTransfer Prepare(ulong seed, string workFolder, CancellationToken stop = default)
    {
        Directory.CreateDirectory(workFolder);
        return Task.Run(() => Backend.PrepareWith(_parameters, new(Targets?.Images ?? [], seed, workFolder)), stop).WaitAsync(stop).GetAwaiter().GetResult();
    }

    /// <summary>What records say of it, but for what it says of a single frame.</summary>
    public StyleRecord Record(string stage, ulong seed, IStyleTransfer transfer)
    {
        ArgumentNullException.ThrowIfNull(transfer);
        return WithoutIdentity(stage, seed) with { Identity = transfer.Identity };
    }

    /// <summary>The same as it is known before anything is loaded: what a plan is identified by.</summary>
    public StyleRecord WithoutIdentity(string stage, ulong seed) =>
        new(Plugin.Manifest.Id, Plugin.Manifest.Version, Backend.Nature == StyleNature.Learned ? StyleRecord.Learned : StyleRecord.Statistical, IsDeterministic, stage, seed, _values)
        {
            Files = _files,
            Target = Targets?.Record,
        };

    private static InstalledPlugin Require(string id, PluginCatalog catalog)
    {
        string[] known = [.. catalog.Plugins.Values.Where(plugin => plugin.Instance is StyleBackend).Select(plugin => plugin.Manifest.Id)];
        InstalledPlugin? plugin = catalog.Plugins.GetValueOrDefault(id);
        return plugin is { Instance: StyleBackend } ? plugin
            : plugin is not null ? throw new RequestException([$"{id} is a {plugin.Manifest.Kind.ToString().ToLowerInvariant()} plugin, no style.{NearestName.Hint(id, known)}"])
            : throw new RequestException([catalog.WhyUnusable(id) ?? $"There is no style \"{id}\".{NearestName.Hint(id, known)}"]);
    }

    private static IEnumerable<string> TargetProblems(StyleSettings settings, StyleBackend backend)
    {
        if (backend.Target == StyleTargetUse.Required && settings.Target is null)
        {
            yield return $"{settings.Use.Use} goes by real images: name them as the target, such as real/*.png.";
        }

        if (backend.Target == StyleTargetUse.None && settings.Target is not null)
        {
            yield return $"{settings.Use.Use} goes by no target images; leave the target out.";
        }
    }

    private static Dictionary<string, JsonNode?> WithWholePaths(StyleSettings settings, string baseFolder, ParameterDescription[] files)
    {
        var values = settings.Use.Parameters.ToDictionary(pair => pair.Key, pair => pair.Value?.DeepClone(), StringComparer.Ordinal);
        foreach (ParameterDescription file in files)
        {
            values[file.Name] = JsonValue.Create(WholePath(settings, baseFolder, file.Name));
        }

        return values;
    }

    private static string? Missing(StyleSettings settings, string baseFolder, ParameterDescription file) => RegularFile.ReadProblem(WholePath(settings, baseFolder, file.Name)) is { } problem
        ? $"{settings.Use.Use}: \"{file.Name}\" is {TextOf(settings, file.Name)}: {problem}"
        : null;

    private static string? TextOf(StyleSettings settings, string name) =>
        settings.Use.Parameters.GetValueOrDefault(name) is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    // A file that a base of the scenario names lies beside the base.
    private static string WholePath(StyleSettings settings, string baseFolder, string name)
    {
        string folder = settings.WrittenIn.TryGetValue(name, out string? file) ? Path.GetDirectoryName(Path.GetFullPath(file))! : Path.GetFullPath(baseFolder);
        return Path.GetFullPath(TextOf(settings, name)!, folder);
    }

    private static string DigestOf(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}

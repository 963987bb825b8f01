using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Provenance;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Scenarios.Styles;

namespace SensorSim.Hosting.Styles;

/// <summary>A restyling that can be begun: the dataset has what the style needs, and everything it names is there.</summary>
public sealed class RestylePlan
{
    private RestylePlan(RestyleRequest request, DatasetReader source, ChosenStyle style, ulong seed) => (Request, Source, Style, Seed) = (request, source, style, seed);

    public RestyleRequest Request { get; }

    /// <summary>The dataset as it is.</summary>
    public DatasetReader Source { get; }

    public ChosenStyle Style { get; }

    public ulong Seed { get; }

    /// <summary>Where the style acts, as records say it.</summary>
    public string Stage => StyleStages.WordOf(Request.Style.Stage);

    /// <summary>Holds what comes out to the labels.</summary>
    public required LabelGate Gate { get; init; }

    /// <summary>Outputs of the dataset that a new picture makes untrue, and that the new one therefore lacks.</summary>
    public IReadOnlyList<string> Dropped { get; private init; } = [];

    /// <exception cref="DatasetException">The dataset cannot be read, or was changed.</exception>
    /// <exception cref="RequestException">The style cannot be had with this dataset: every reason at once.</exception>
    public static RestylePlan Of(RestyleRequest request, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Of(request, ChosenStyle.Of(request.Style, request.BaseFolder, catalog));
    }

    /// <summary>The same for a style that was chosen before: the second half of a run that renders, then restyles.</summary>
    public static RestylePlan Of(RestyleRequest request, ChosenStyle style)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(style);
        var source = DatasetReader.Open(request.Dataset);
        WrittenRecords.Require(source);
        DatasetWriter.CheckFolder(request.Output, request.Resume);
        FrameRecord first = source.Frames().FirstOrDefault() ?? throw new DatasetException(source.Root, "has no frames; there is nothing to restyle.");
        var gate = LabelGate.Of(request.Style.Gate, request.BaseFolder);
        string[] problems = [.. Problems(source, first, style, request.Style.Stage, gate)];
        return problems.Length == 0
            ? new(request, source, style, request.Seed ?? first.Provenance.Seed) { Gate = gate, Dropped = [.. (request.Style.Stage == StyleStage.BeforeSensor ? [] : StyledOutcome.Twins).Concat(request.Without).Where(first.Files.ContainsKey)] }
            : throw new RequestException(problems);
    }

    /// <summary>What identifies the new dataset: the old one, and what is done to it.</summary>
    public DatasetPlan ToDatasetPlan()
    {
        DatasetPlan old = Source.Description.Plan;
        JsonObject settings = old.Settings.DeepClone().AsObject();
        JsonArray before = settings["restyled"]?.DeepClone().AsArray() ?? [];
        if (settings["labels"] is JsonArray labels)
        {
            settings["labels"] = new JsonArray([.. labels.Where(label => !Dropped.Contains((string?)label, StringComparer.Ordinal)).Select(label => label?.DeepClone())]);
        }

        settings["restyled"] = new JsonArray([.. before.Select(one => one?.DeepClone()), Link()]);
        return old with { Tool = ToolVersion.Current, Settings = settings };
    }

    // A finished dataset is known by its root. What a run rendered on the way, and shards, are known by their plan: roots would make every shard another dataset.
    private JsonObject Link() => new()
    {
        ["gate"] = new JsonObject { ["detector_declaration_sha256"] = Gate.DetectorDeclarationSha256, ["detector_sha256"] = Gate.DetectorSha256, ["on_failure"] = Gate.Action.ToString().ToLowerInvariant(), ["thresholds"] = new JsonObject(LabelGate.Schema.ValuesOf(Gate.Thresholds)) },
        ["plugin"] = PluginUses.IdentityOf(Style.Plugin),
        ["source_merkle_root"] = Request.IsPartOfRun || Source.Description.Shard is not null ? null : Source.Description.MerkleRoot,
        ["source_plan_sha256"] = Source.Description.Plan.Sha256(),
        ["style"] = StyleRecordJson.ToNode(Style.WithoutIdentity(Stage, Seed)),
    };

    private static IEnumerable<string> Problems(DatasetReader source, FrameRecord first, ChosenStyle style, StyleStage stage, LabelGate gate)
    {
        if (!first.Files.TryGetValue(StyledOutcome.Picture, out FileReference? picture))
        {
            yield return $"{source.Root} has no pictures (label rgb); there is nothing to restyle.";
            yield break;
        }

        if (stage == StyleStage.BeforeSensor)
        {
            foreach (string problem in LightProblems(source, first))
            {
                yield return problem;
            }
        }
        else if (RawPictures.CameraWith(source) is { } raw)
        {
            yield return $"{source.Root}: the camera {raw} wrote raw numbers, which are no colours to restyle: render without output: raw, or restyle the light in front of it (stage before_sensor).";
        }
        else if (source.ReadImage(picture) is var plane && !Pictures.AreColour(plane))
        {
            yield return $"{source.Root} has pictures of {plane.Channels} channels; styles need colour.";
        }

        if (gate.DetectorProblem(source.Description.Plan.Categories) is { } detector)
        {
            yield return $"{source.Root}: {detector}";
        }

        foreach (string problem in style.MissingLabels(first.Files.Keys, gate))
        {
            yield return $"{source.Root}: {problem}";
        }
    }

    private static IEnumerable<string> LightProblems(DatasetReader source, FrameRecord first)
    {
        if (!first.Files.ContainsKey(StyledOutcome.Light))
        {
            yield return $"{source.Root} has no light to restyle in front of the sensor (label {StyledOutcome.Light}); render with labels: [{string.Join(", ", first.Files.Keys.Append(StyledOutcome.Light))}].";
        }

        if (first.Style?.Any(style => style.Stage == StyleRecord.AfterSensor) == true)
        {
            yield return $"{source.Root}: its pictures were restyled behind the sensor, which a style in front of it would undo; restyle the dataset that it was made from.";
        }
    }
}

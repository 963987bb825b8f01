using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;
using SensorSim.Datasets.Storage;
using SensorSim.Hosting.Detectors;
using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Signals;

namespace SensorSim.Hosting.Styles;

/// <summary>Holds restyled frames of a dataset to its labels.</summary>
public sealed class LabelGate : IDisposable
{
    /// <summary>What the gate cannot do without.</summary>
    public const string RequiredLabel = "instance";

    private readonly PreservationGate _gate;

    private readonly OnnxDetector? _detector;
    private readonly Lock _one = new();

    private LabelGate(GateThresholds thresholds, GateAction action, OnnxDetector? detector) => (_gate, Action, _detector) = (new(thresholds), action, detector);

    /// <summary>Its lines, by which every parameter is known.</summary>
    public static ParameterSchema Schema { get; } = ParameterSchema.Of(typeof(GateThresholds));

    public GateThresholds Thresholds => _gate.Thresholds;

    public GateAction Action { get; }

    /// <summary>Digest of the detector's model; null without one.</summary>
    public string? DetectorSha256 => _detector?.Sha256;

    /// <summary>Digest of its declaration; null without one.</summary>
    public string? DetectorDeclarationSha256 => _detector?.DeclarationSha256;

    /// <param name="gate">What is asked for.</param>
    /// <param name="baseFolder">Where the detector's path begins.</param>
    /// <exception cref="RequestException">A line has no such name, or is out of its range, every one at once; or the detector cannot be loaded.</exception>
    public static LabelGate Of(StyleGate gate, string baseFolder)
    {
        ArgumentNullException.ThrowIfNull(gate);
        ParameterBinding bound = Schema.Bind(gate.Thresholds);
        return bound.Parameters is GateThresholds thresholds
            ? new(thresholds, gate.OnFailure, gate.Detector is { } file ? OnnxDetector.Load(Path.GetFullPath(file, Path.GetFullPath(baseFolder))) : null)
            : throw new RequestException([.. bound.Errors.Select(error => $"gate: {error.Message}")]);
    }

    /// <summary>Why its detector has nothing to say of a dataset, a sentence; null where it has, or where there is none.</summary>
    public string? DetectorProblem(IReadOnlyList<DatasetCategory> categories) =>
        _detector is null || categories.Any(category => _detector.Categories.Contains(category.Name, StringComparer.Ordinal)) ? null
        : $"the detector knows {string.Join(", ", _detector.Categories)}, and the dataset has {string.Join(", ", categories.Select(category => category.Name))}: give the declaration the dataset's names.";

    /// <summary>With the lines that a dataset was last held to; the calibrated ones where it was to none.</summary>
    public static LabelGate OfDataset(DatasetDescription dataset)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        JsonObject? lines = ((dataset.Plan.Settings["restyled"] as JsonArray)?.LastOrDefault() as JsonObject)?["gate"]?["thresholds"] as JsonObject;
        return Of(StyleGate.Default with { Thresholds = (lines ?? []).ToDictionary(line => line.Key, line => line.Value?.DeepClone(), StringComparer.Ordinal) }, ".");
    }

    /// <summary>Measures and judges; null where nothing is to be measured.</summary>
    /// <param name="dataset">Where the labels are.</param>
    /// <param name="record">The frame's.</param>
    /// <param name="before">The picture that the labels were made with.</param>
    /// <param name="after">The picture behind the style.</param>
    /// <param name="previous">The same of the camera's frame before it; null of the first.</param>
    public GateRecord? Judge(DatasetReader dataset, FrameRecord record, in PixelPlane before, in PixelPlane after, (FrameRecord Record, PixelPlane Before, PixelPlane After)? previous)
    {
        if (Action == GateAction.Off)
        {
            return null;
        }

        StyledFrame? earlier = previous is { } one ? FrameOf(dataset, one.Record, one.Before, one.After) : null;
        GateRecord judged = _gate.Judge(FrameOf(dataset, record, before, after), earlier);
        judged = judged with { Failures = [.. judged.Failures, .. EarlierStyles.FailuresOf(record.Style, judged, Thresholds)] };
        return _detector is null ? judged : judged with { Detections = Agreement(_detector, dataset, record, before, after) };
    }

    public void Dispose() => _detector?.Dispose();

    // Of the categories that both know, by name.
    private DetectionAgreementRecord Agreement(OnnxDetector detector, DatasetReader dataset, FrameRecord record, in PixelPlane before, in PixelPlane after)
    {
        Dictionary<int, string> categories = dataset.Description.Plan.Categories.Where(category => detector.Categories.Contains(category.Name, StringComparer.Ordinal)).ToDictionary(category => category.Id, category => category.Name);
        DetectedBox[] labels = [.. record.Objects.Where(item => item.BboxTight is not null && categories.ContainsKey(item.CategoryId)).Select(item => new DetectedBox(categories[item.CategoryId], item.BboxTight![0], item.BboxTight[1], item.BboxTight[2], item.BboxTight[3]))];
        lock (_one)
        {
            return BoxAgreement.Of(labels, Found(before), Found(after));
        }

        DetectedBox[] Found(in PixelPlane picture) => [.. detector.Detect(picture).Where(box => categories.ContainsValue(box.Category))];
    }

    /// <summary>A frame as the gate takes it.</summary>
    public static StyledFrame FrameOf(DatasetReader dataset, FrameRecord record, in PixelPlane before, in PixelPlane after)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(record);
        return new(before, after, dataset.ReadOutput(record, RequiredLabel))
        {
            Depth = Plane("depth"),
            Normal = Plane("normal"),
            Flow = Plane("flow"),
            Occlusion = Plane("occlusion"),
            Names = record.Objects.ToDictionary(item => item.InstanceId, item => item.Name),
            Contacts = record.Physics?.ContactEvents ?? [],
        };

        PixelPlane? Plane(string output) => record.Files.ContainsKey(output) ? dataset.ReadOutput(record, output) : null;
    }

    /// <summary>Why a frame is rejected, in words of its record; null of one that passes, and where failures are only marked.</summary>
    public string? Rejection(GateRecord? judged) =>
        Action == GateAction.Reject && judged is { Failures: [var first, ..] } ? $"style: {first.Kind}: {first.Detail}" : null;
}

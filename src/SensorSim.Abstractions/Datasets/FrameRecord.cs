using System.Text.Json.Nodes;

namespace SensorSim.Datasets;

/// <summary>One line of <c>frames.jsonl</c>. JSON keys are the snake_case of these names.</summary>
/// <param name="Frame">"000012_0007_front": sample, step, camera.</param>
/// <param name="Sample">Index of the cousin.</param>
/// <param name="Step">Index within the episode.</param>
/// <param name="Camera">The camera's name.</param>
/// <param name="TimeS">Instant of the labels, seconds from the episode's start.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Intrinsics">Projection.</param>
/// <param name="CameraToWorld">Row-major 4x4, OpenCV camera frame, at <paramref name="TimeS"/>.</param>
/// <param name="Exposure">When and how strongly the frame was exposed.</param>
/// <param name="Files">"rgb", "depth", … → file.</param>
/// <param name="Objects">Every instance of the scene, by id.</param>
/// <param name="Draws">Every drawn value by its name.</param>
/// <param name="Sensor">The chain as it ran.</param>
/// <param name="FailureMode">The scenario's named failure mode, if any.</param>
/// <param name="Rejected">Why a gate rejected the frame, or null.</param>
/// <param name="Provenance">What it was made from and by.</param>
public sealed record FrameRecord(
    string Frame,
    long Sample,
    int Step,
    string Camera,
    double TimeS,
    int Width,
    int Height,
    IntrinsicsRecord Intrinsics,
    IReadOnlyList<double> CameraToWorld,
    ExposureRecord Exposure,
    IReadOnlyDictionary<string, FileReference> Files,
    IReadOnlyList<ObjectRecord> Objects,
    IReadOnlyDictionary<string, JsonNode?> Draws,
    IReadOnlyList<StageRecord> Sensor,
    string? FailureMode,
    string? Rejected,
    FrameProvenance Provenance)
{
    /// <summary>Labels of the instant <see cref="TimeS"/>, the middle of the exposure of the middle row.</summary>
    public const string MidExposure = "mid_exposure";

    /// <summary>Images of labels show each row at the middle of its own exposure; everything else is of <see cref="TimeS"/>.</summary>
    public const string PerRow = "per_row";

    /// <summary>Which instant the labels are of; null in records of before this was written.</summary>
    public string? LabelTime { get; init; }

    /// <summary>Styles that the picture, or what is in it, went through, in order; null where there were none.</summary>
    public IReadOnlyList<StyleRecord>? Style { get; init; }

    /// <summary>What a robot would be told to do; null where the scenario does not say it.</summary>
    public TaskRecord? Task { get; init; }

    /// <summary>Every lamp; null in records of before this was written.</summary>
    public IReadOnlyList<LightRecord>? Lights { get; init; }

    /// <summary>What earlier draws of the sample broke → how often, where it was drawn again; else null.</summary>
    public IReadOnlyDictionary<string, int>? Redrawn { get; init; }

    /// <summary>Which episode of its cousin it is of; null where a scenario has no events.</summary>
    public CounterfactualRecord? Counterfactual { get; init; }

    /// <summary>What the physics engine knows; null where nothing moves by forces.</summary>
    public PhysicsFrameRecord? Physics { get; init; }

    /// <summary>The joints of robots; null where there are none.</summary>
    public IReadOnlyList<JointRecord>? Joints { get; init; }

    /// <summary>State and action of robots; null where there are none.</summary>
    public ActionRecord? Actions { get; init; }

    /// <summary>The hands that the scenario names; null where it names none.</summary>
    public IReadOnlyList<EndEffectorRecord>? EndEffectors { get; init; }

    /// <summary>What robots do that somebody showed; null where they do nothing of that kind.</summary>
    public IReadOnlyList<DemonstrationRecord>? Demonstrations { get; init; }

    /// <summary>By row, where a moving camera has a rolling shutter; else null: every row sees from <see cref="CameraToWorld"/>.</summary>
    public IReadOnlyList<RowPose>? RowPoses { get; init; }
}

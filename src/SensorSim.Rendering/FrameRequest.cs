using SensorSim.Scenes.Model;

namespace SensorSim.Rendering;

/// <summary>One cousin at one instant, seen by some cameras: one submission.</summary>
/// <param name="Instance">The cousin, with its poses at this instant.</param>
/// <param name="Views">At least one; sizes may differ.</param>
public sealed record FrameRequest(SceneInstance Instance, IReadOnlyList<ViewRequest> Views)
{
    /// <summary>
    /// What each lamp adds to each radiance layer, [lamp][layer], in the order of <see cref="SceneInstance.Lamps"/>; layer 0 is steady.
    /// Null is one layer with all lamps at their nominal intensity.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>>? LayerWeights { get; init; }

    /// <summary>Category of instance id i + 1; null when the category label is not wanted.</summary>
    public IReadOnlyList<int>? Categories { get; init; }

    /// <summary>
    /// The slices of the exposures of those views that <see cref="ViewRequest.IsSliced"/>; read once, while frames are recorded.
    /// </summary>
    public IEnumerable<ExposureSlice> Slices { get; init; } = [];

    /// <summary>
    /// The labels of the only view by groups of rows, where each row has its own instant; empty where all have that of the request. Flow is then not
    /// to be had.
    /// </summary>
    public IReadOnlyList<LabelRows> LabelRows { get; init; } = [];

    /// <summary>Where objects are drawn alone by groups of rows; null where they are not.</summary>
    internal Planning.RowCoverage? RowCoverage { get; init; }

    /// <summary>Where forward flow leads; null at the last instant, which has none.</summary>
    public OtherInstant? After { get; init; }

    /// <summary>Where backward flow leads; null at the first instant, which has none.</summary>
    public OtherInstant? Before { get; init; }

    /// <summary>The views that have a part in a slice, at its instant.</summary>
    internal FrameRequest In(ExposureSlice slice) => this with
    {
        Instance = slice.Instance,
        Views = [.. Views.Zip(slice.Views).Where(view => view.Second is not null).Select(view => view.First.In(view.Second!))],
        After = null,
        Before = null,
    };

    /// <summary>The only view at the instant of some of its rows.</summary>
    internal FrameRequest In(LabelRows rows) => this with
    {
        Instance = rows.Instance,
        Views = [Views[0] with { Camera = rows.Camera, Consumer = null, Rows = rows.First..rows.End }],
        LabelRows = [],
        After = null,
        Before = null,
    };

    /// <summary>Layers of the radiance of one instant.</summary>
    public int LayerCount => LayerWeights is { Count: > 0 } weights ? weights[0].Count : 1;
}

namespace SensorSim.Datasets;

/// <summary>One instance as seen by one frame. An instance without a visible pixel keeps its entry, with null boxes.</summary>
/// <param name="InstanceId">The id in the instance image, from 1.</param>
/// <param name="CategoryId">The id in the semantic image; 0 = unlabelled.</param>
/// <param name="Name">Unique in the scene.</param>
/// <param name="Node">Index of the glTF node.</param>
/// <param name="ObjectToWorld">Row-major 4x4.</param>
/// <param name="BboxTight">[min column, min row, columns, rows] of the visible pixels.</param>
/// <param name="BboxLoose">The projected corners of the 3D box, clipped to the image: [x, y, width, height].</param>
/// <param name="VisiblePx">Pixels that carry the id.</param>
/// <param name="Visibility">Visible pixels / pixels the object alone would cover inside the image.</param>
/// <param name="Truncation">Share of the object's pixels that fall outside the image, on a canvas three times as wide and high.</param>
/// <param name="Box3d">Own-axes box in the camera frame.</param>
public sealed record ObjectRecord(
    int InstanceId,
    int CategoryId,
    string Name,
    int Node,
    IReadOnlyList<double> ObjectToWorld,
    IReadOnlyList<double>? BboxTight,
    IReadOnlyList<double>? BboxLoose,
    long VisiblePx,
    double Visibility,
    double Truncation,
    Box3d? Box3d)
{
    /// <summary>Which borders of the image visible pixels lie at: left, top, right, bottom; null in records of before this was written.</summary>
    public IReadOnlyList<string>? TouchesBorder { get; init; }

    /// <summary>On request: the pixels inside the image that the object alone would cover; null without one.</summary>
    public MaskRecord? Amodal { get; init; }

    /// <summary>On request: its named points; null for an object without any.</summary>
    public IReadOnlyList<KeypointRecord>? Keypoints { get; init; }

    /// <summary>On request: [min column, min row, columns, rows] of the object alone on the canvas that truncation is measured on; null without a pixel.</summary>
    public IReadOnlyList<double>? BboxAmodal { get; init; }
}

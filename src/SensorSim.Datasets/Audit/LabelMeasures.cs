namespace SensorSim.Datasets.Audit;

/// <summary>What is measured of the labels of every visible object.</summary>
internal static class LabelMeasures
{
    private const double SmallestMediumArea = 32 * 32;
    private const double SmallestLargeArea = 96 * 96;

    public static IReadOnlyList<LabelMeasure> All { get; } =
    [
        // COCO's areas are those of masks, and so are those of the export.
        new() { Name = "area", Unit = "px", NeededLabel = "visible_px", Of = s => s.Object.VisiblePx, Edges = [SmallestMediumArea, SmallestLargeArea], Names = ["small", "medium", "large"] },
        new() { Name = "box_side", Unit = "px", NeededLabel = "bbox_tight", Of = s => s.BoxSidePixels, Edges = [8, 16, 32, 64, 96, 128, 256] },
        new() { Name = "visibility", NeededLabel = "visibility", Of = s => s.Object.Visibility, Edges = [0.25, 0.5, 0.75] },
        new() { Name = "truncation", NeededLabel = "truncation", Of = s => s.Object.Truncation, Edges = [double.Epsilon, 0.25, 0.5], Names = ["none", "below 0.25", "0.25 to 0.5", "from 0.5"] },
        new() { Name = "distance", Unit = "m", NeededLabel = "box3d", Of = s => s.DistanceMetres, Edges = [0.5, 1, 2, 5, 10, 20, 50] },
        new()
        {
            Name = "azimuth", Unit = "deg", NeededLabel = "box3d", HasQuantiles = false, Edges = [45, 90, 135, 180, 225, 270, 315],
            Of = s => (s.AzimuthDegrees + 22.5) % 360, // sectors are centred at the front, the left, …
            Names = ["front", "front_left", "left", "back_left", "back", "back_right", "right", "front_right"],
        },
        new() { Name = "elevation", Unit = "deg", NeededLabel = "box3d", Of = s => s.ElevationDegrees, Edges = [-30, 30], Names = ["below", "level", "above"] },
    ];
}

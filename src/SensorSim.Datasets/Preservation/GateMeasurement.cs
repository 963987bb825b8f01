namespace SensorSim.Datasets.Preservation;

/// <summary>What is measured of a frame by itself, without its verdict.</summary>
internal sealed class GateMeasurement
{
    public required InstanceMap Map { get; init; }

    public required LabelEdges Edges { get; init; }

    public required ColorImage Before { get; init; }

    public required ColorImage After { get; init; }

    public required OrientationField FieldBefore { get; init; }

    public required OrientationField FieldAfter { get; init; }

    public required bool[] ImageEdgesBefore { get; init; }

    public required bool[] ImageEdgesAfter { get; init; }

    public required ResidualMap Residuals { get; init; }

    public static GateMeasurement Of(StyledFrame frame, GateThresholds thresholds)
    {
        var map = InstanceMap.Of(frame.Instance);
        var edges = LabelEdges.Of(map, frame.Depth, frame.Normal);
        ColorImage before = ColorImage.Of(frame.Before), after = ColorImage.Of(frame.After);
        OrientationField fieldBefore = OrientationField.Of(before, edges.Mask), fieldAfter = OrientationField.Of(after, edges.Mask);
        return new()
        {
            Map = map,
            Edges = edges,
            Before = before,
            After = after,
            FieldBefore = fieldBefore,
            FieldAfter = fieldAfter,
            ImageEdgesBefore = ImageEdges.Of(fieldBefore),
            ImageEdgesAfter = ImageEdges.Of(fieldAfter),
            Residuals = ResidualMap.Of(before, after, map, edges, fieldBefore, thresholds),
        };
    }
}

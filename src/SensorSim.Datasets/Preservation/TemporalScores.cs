namespace SensorSim.Datasets.Preservation;

/// <summary>Numbers of a frame beside the one before.</summary>
internal static class TemporalScores
{
    // Where the picture before restyling does not show the motion that its flow says, nothing is asked of the restyled one.
    private const double TrustedPx = 0.5, TrustedAgreement = 0.3;

    public static GateRecord Add(GateRecord record, StyledFrame previous, GateMeasurement frame)
    {
        previous.Validate();
        var earlier = Earlier.Of(previous);
        double[] before = FlickerMeasurement.Of(earlier.Before, frame.Before, earlier.Map, earlier.Edges, earlier.Flow);
        double[] after = FlickerMeasurement.Of(earlier.After, frame.After, earlier.Map, earlier.Edges, earlier.Flow);
        double gain = Math.Max(1, record.ContrastRatio);
        GateInstanceRecord[] instances = [.. record.Instances.Select(instance => Of(instance, instance.InstanceId))];
        return record with { Instances = instances, Flicker = instances.Max(instance => instance.Flicker) };

        GateInstanceRecord Of(GateInstanceRecord instance, int id)
        {
            if (id >= earlier.Map.Count)
                return instance;
            Displacement? error = earlier.MotionError(frame, id);
            return instance with
            {
                Flicker = double.IsNaN(after[id]) ? null : Math.Max(0, after[id] - (gain * before[id])),
                MotionErrorPx = error is { } found ? [found.X, found.Y] : null,
                MotionGain = error?.Gain,
            };
        }
    }

    private sealed record Earlier(InstanceMap Map, LabelEdges Edges, ColorImage Before, ColorImage After, OrientationField FieldBefore, OrientationField FieldAfter, FlowField Flow)
    {
        public static Earlier Of(StyledFrame frame)
        {
            var map = InstanceMap.Of(frame.Instance);
            var edges = LabelEdges.Of(map, frame.Depth, frame.Normal);
            ColorImage before = ColorImage.Of(frame.Before), after = ColorImage.Of(frame.After);
            return new(map, edges, before, after, OrientationField.Of(before, edges.Mask), OrientationField.Of(after, edges.Mask), FlowField.Of(frame.Flow!.Value, frame.Occlusion));
        }

        public Displacement? MotionError(GateMeasurement frame, int id)
        {
            int[] outline = OutlineMeasurement.InnerPixelsOf(Edges.ByOwner[id]);
            return MotionSearch.Of(FieldBefore, frame.FieldBefore, outline, Flow) is { Length: < TrustedPx, Agreement: > TrustedAgreement }
                ? MotionSearch.Of(FieldAfter, frame.FieldAfter, outline, Flow)
                : null;
        }
    }
}

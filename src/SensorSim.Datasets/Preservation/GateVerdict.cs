using System.Globalization;

namespace SensorSim.Datasets.Preservation;

/// <summary>What scores say against thresholds.</summary>
public static class GateVerdict
{
    /// <summary>Every failure, those of the whole frame first.</summary>
    /// <param name="scores">What was measured.</param>
    /// <param name="frame">Its names and contacts.</param>
    /// <param name="thresholds">Where the lines are.</param>
    /// <param name="previous">The frame at the step before: what a contact in its step changed shows fully in this one.</param>
    public static IReadOnlyList<GateFailureRecord> Of(GateRecord scores, StyledFrame frame, GateThresholds thresholds, StyledFrame? previous = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(thresholds);
        var touching = frame.Contacts.Concat(previous?.Contacts ?? []).SelectMany(contact => new[] { contact.A, contact.B }).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. OfFrame(scores, frame, thresholds),
            .. scores.Instances.SelectMany(instance => OfInstance(instance, frame, touching.Contains(frame.NameOf(instance.InstanceId)), thresholds)),
        ];
    }

    private static IEnumerable<GateFailureRecord> OfFrame(GateRecord scores, StyledFrame frame, GateThresholds thresholds)
    {
        if (IsFar(scores.ShiftPx, scores.ShiftGain, thresholds.ShiftPx, thresholds.ShiftGain))
            yield return new(GateFailureRecord.Shifted, null, Text($"outlines are {Px(scores.ShiftPx)} from their labels and agree {scores.ShiftGain:F2} better there"));
        if (scores.ContrastRatio < thresholds.ContrastRatio)
            yield return new(GateFailureRecord.LowContrast, null, Text($"outlines have {scores.ContrastRatio:F2} of their contrast"));
        if (scores.InsertedExcess >= thresholds.InsertedPx)
        {
            IReadOnlyList<int> box = scores.InsertedBox!;
            yield return new(GateFailureRecord.Inserted, null, Text($"{scores.InsertedPx} px with a contrast of {scores.InsertedContrast:F2} at column {box[0]}, row {box[1]}, {box[2]}x{box[3]}, are neither labelled nor a recolouring; counted as often as they stand out they are {scores.InsertedExcess:F0}, and {thresholds.InsertedPx:F0} are too many"));
        }
    }

    private static IEnumerable<GateFailureRecord> OfInstance(GateInstanceRecord instance, StyledFrame frame, bool isTouching, GateThresholds thresholds)
    {
        int id = instance.InstanceId;
        string name = frame.NameOf(id);
        bool isJudged = IsJudged(instance, thresholds);
        if (isJudged && instance.ShiftPx is { } shift && instance.ShiftShare >= thresholds.ShiftShare && IsFar(shift, instance.ShiftGain!.Value, thresholds.InstanceShiftPx, GainFor(instance, thresholds)))
            yield return new(GateFailureRecord.Shifted, id, Text($"{name} is {Px(shift)} from its label where it is more alike by {instance.ShiftGain:F2}"));
        if (isJudged && (instance.Kept + (2 * instance.Agreement)) / 3 < thresholds.Standing)
            yield return new(GateFailureRecord.Erased, id, Text($"{name} stands out along {100 * instance.Kept:F0} % of its outline, and {100 * Math.Max(0, instance.Agreement!.Value):F0} % of its edges are left"));
        if (instance.Flicker >= thresholds.Flicker)
            yield return new(GateFailureRecord.Flicker, id, Text($"{name} changes by {instance.Flicker:F2} more than before restyling"));
        if (instance.MotionErrorPx is { } error && IsFar(error, instance.MotionGain!.Value, isTouching ? thresholds.ContactMotionPx : thresholds.MotionPx, thresholds.MotionGain))
            yield return new(isTouching ? GateFailureRecord.Contact : GateFailureRecord.Motion, id, Text($"{name} moved {Px(error)} otherwise than its flow"));
    }

    /// <summary>Whether enough of an object stood out to say anything of its outline.</summary>
    internal static bool IsJudged(GateInstanceRecord instance, GateThresholds thresholds) => instance.OutlinePx >= thresholds.LeastOutlinePx && instance.WidthPx >= thresholds.LeastWidthPx;

    // Chance agrees a short outline with something elsewhere more easily than a long one.
    private static double GainFor(GateInstanceRecord instance, GateThresholds thresholds) => thresholds.InstanceShiftGain + (thresholds.ShiftChance / Math.Sqrt(instance.OutlinePx));

    private static bool IsFar(IReadOnlyList<double> shift, double gain, double leastPx, double leastGain) => gain >= leastGain && LengthOf(shift) >= leastPx;

    private static double LengthOf(IReadOnlyList<double> shift) => Math.Sqrt((shift[0] * shift[0]) + (shift[1] * shift[1]));

    private static string Px(IReadOnlyList<double> shift) => Text($"({shift[0]:F1}, {shift[1]:F1}) px");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

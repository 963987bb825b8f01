using System.Globalization;
using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;

namespace SensorSim.Hosting.Styles;

/// <summary>What styles did to a frame before the one that is judged. Each was judged by the picture it was given: without this, what failed once, or was never looked at, would pass with the next style.</summary>
internal static class EarlierStyles
{
    /// <summary>Failures that a frame brings along.</summary>
    /// <param name="earlier">In the order they ran; null is none.</param>
    /// <param name="judged">What the gate says of the last one.</param>
    /// <param name="thresholds">Of the gate.</param>
    public static IEnumerable<GateFailureRecord> FailuresOf(IReadOnlyList<StyleRecord>? earlier, GateRecord judged, GateThresholds thresholds)
    {
        StyleRecord[] styles = [.. (earlier ?? []).Where(style => style.Stage != StyleRecord.Textures)];
        foreach (StyleRecord style in styles)
        {
            if (style.Gate is null)
                yield return new(GateFailureRecord.Earlier, null, $"{style.Use} before was not held to the labels");
            else if (style.Gate.Failures.FirstOrDefault(failure => failure.Kind != GateFailureRecord.Earlier) is { } own)
                yield return new(GateFailureRecord.Earlier, null, $"{style.Use} before failed: {own.Kind}: {own.Detail}");
        }

        if (Drift([.. styles.Select(style => style.Gate).OfType<GateRecord>(), judged], thresholds) is { } drift)
            yield return drift;
    }

    // Half a pixel, four times.
    private static GateFailureRecord? Drift(GateRecord[] gates, GateThresholds thresholds)
    {
        double x = gates.Sum(gate => gate.ShiftPx[0]), y = gates.Sum(gate => gate.ShiftPx[1]);
        return gates.Length > 1 && gates.Sum(gate => gate.ShiftGain) >= thresholds.ShiftGain && Math.Sqrt((x * x) + (y * y)) >= thresholds.ShiftPx
            ? new(GateFailureRecord.Shifted, null, string.Create(CultureInfo.InvariantCulture, $"outlines are ({x:F1}, {y:F1}) px from their labels by {gates.Length} styles together"))
            : null;
    }
}

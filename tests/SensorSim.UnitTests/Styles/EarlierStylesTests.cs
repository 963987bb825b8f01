using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Datasets.Preservation;
using SensorSim.Hosting.Styles;

namespace SensorSim.UnitTests.Styles;

/// <summary>A style is judged by the picture it was given; labels belong to the one before all of them.</summary>
public sealed class EarlierStylesTests
{
    private static readonly GateRecord s_still = Gate(0, 0), s_halfRight = Gate(0.5, 0.08);

    [Test]
    public void HalfAPixelTwice_IsShifted()
    {
        Assert.That(Failures(s_still, s_halfRight), Is.Empty);
        Assert.That(Failures(s_halfRight, s_halfRight), Is.EqualTo(new[] { "shifted: outlines are (1.0, 0.0) px from their labels by 2 styles together" }));
        Assert.That(Failures(s_halfRight, Gate(-0.5, 0.08)), Is.Empty, "back to where it was");
    }

    [Test]
    public void WhatFailedOnce_Fails()
    {
        GateRecord erased = s_still with { Failures = [new(GateFailureRecord.Erased, 3, "box_1 is gone")] };

        Assert.That(Failures(erased, s_still), Is.EqualTo(new[] { "earlier style: my.style before failed: erased: box_1 is gone" }));
    }

    [Test]
    public void AlongAChain_AFailureIsToldOnce()
    {
        GateRecord second = s_still with { Failures = [new(GateFailureRecord.Earlier, null, "my.style before was not held to the labels")] };

        Assert.That(EarlierStyles.FailuresOf([Style(null), Style(second)], s_still, new GateThresholds()).Select(failure => failure.Detail), Is.EqualTo(new[] { "my.style before was not held to the labels" }));
    }

    [Test]
    public void TexturesAreNotJudged_AndNeedNotBe() =>
        Assert.That(EarlierStyles.FailuresOf([Style(null) with { Stage = StyleRecord.Textures }], s_still, new GateThresholds()), Is.Empty);

    private static IEnumerable<string> Failures(GateRecord earlier, GateRecord judged) =>
        EarlierStyles.FailuresOf([Style(earlier)], judged, new GateThresholds()).Select(failure => $"{failure.Kind}: {failure.Detail}");

    private static StyleRecord Style(GateRecord? gate) =>
        new("my.style", "1.0.0", StyleRecord.Statistical, true, StyleRecord.AfterSensor, 1, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)) { Gate = gate };

    private static GateRecord Gate(double shiftX, double gain) => new(new(1, 1, 1, 1), new(1, 1, 1, 1), [], [])
    {
        ShiftPx = [shiftX, 0],
        ShiftGain = gain,
        ContrastRatio = 1,
        InsertedPx = 0,
        InsertedExcess = 0,
        InsertedContrast = 0,
        Ssim = 1,
    };
}

using SensorSim.Datasets;
using SensorSim.Datasets.Storage;

namespace SensorSim.UnitTests.Datasets.Storage;

public sealed class GateTallyTests
{
    [Test]
    public void WhatPassesAndHasLittleOfThePictureBefore_IsTold()
    {
        GateCounts counts = CountsOf(Judged(0.46), Judged(0.9), Judged(0.46, fails: true));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((counts.Passed, counts.FailedFrames, counts.Unlike), Is.EqualTo((2, 1, 1)));
            Assert.That(counts.Text, Is.EqualTo("label gate: 2 of 3 frames pass (erased: 1); 1 of them is unlike the picture before (SSIM below 0.6): look at the sheet of compare"));
        }
    }

    [Test]
    public void WhereNoneHas_NothingIsSaid() => Assert.That(CountsOf(Judged(0.61)).Text, Is.EqualTo("label gate: 1 of 1 frames pass"));

    private static GateCounts CountsOf(params GateRecord[] frames)
    {
        var tally = new GateTally();
        foreach (GateRecord frame in frames)
        {
            tally.Add(frame);
        }

        return tally.Counts()!;
    }

    private static GateRecord Judged(double ssim, bool fails = false)
    {
        var edges = new EdgeAgreementRecord(1, 1, 1, 1);
        return new(edges, edges, [], fails ? [new(GateFailureRecord.Erased, null, "gone")] : [])
        {
            JudgedObjects = 3, ShiftPx = [0, 0], ShiftGain = 0, ContrastRatio = 1, InsertedPx = 0, InsertedExcess = 0, InsertedContrast = 0, Ssim = ssim,
        };
    }
}

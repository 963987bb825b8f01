using SensorSim.Hosting.Characterization;
using SensorSim.Randomness;

namespace SensorSim.UnitTests.Characterization;

/// <summary>The estimators on numbers whose answer is known.</summary>
public sealed class PhotonTransferTests
{
    [Test]
    public void APoint_TakesDriftOfTheMeansForNoNoise()
    {
        double[] first = [10, 12, 14, 16], second = [12, 12, 18, 16];
        TransferPoint point = PhotonTransfer.Point(first, second);
        Assert.Multiple(() =>
        {
            Assert.That(point.MeanDn, Is.EqualTo(13.75).Within(1e-12));
            Assert.That(point.VarianceDn, Is.EqualTo(((4 + 0 + 16 + 0) / 4.0 - 2.25) / 2).Within(1e-12));
        });
    }

    [Test]
    public void Gain_IsTheSlopeAboveDark()
    {
        var dark = new TransferPoint(64, 2);
        IEnumerable<TransferPoint> points = Enumerable.Range(1, 8).Select(i => new TransferPoint(64 + (100 * i), 2 + (0.17 * 100 * i)));
        Assert.That(PhotonTransfer.Gain(points, dark), Is.EqualTo(0.17).Within(1e-12));
    }

    [Test]
    public void Gain_DoesNotLeanOnADarkVarianceThatRoundingMade()
    {
        IEnumerable<TransferPoint> points = Enumerable.Range(1, 8).Select(i => new TransferPoint(64 + (100 * i), 0.26 + (0.17 * 100 * i)));
        Assert.That(PhotonTransfer.Gain(points, new TransferPoint(64, 0.24)), Is.EqualTo(0.17).Within(1e-12));
    }

    [Test]
    public void ReadNoise_IsWithoutRounding_AndNeverBelowTheStandard()
    {
        Assert.That(PhotonTransfer.ReadNoise(4 + (1.0 / 12), 0.5), Is.EqualTo(4).Within(1e-12));
        Assert.That(PhotonTransfer.ReadNoise(0.1, 0.5), Is.EqualTo(Math.Sqrt(0.24 - (1.0 / 12)) / 0.5).Within(1e-12));
    }

    [Test]
    public void AStack_TellsPatternFromNoise()
    {
        const int Samples = 40_000, Frames = 16;
        double[] pattern = [.. Enumerable.Range(0, Samples).Select(i => 3 * Normal((uint)i, 0))];
        var stack = new FrameStack(Samples);
        for (uint frame = 1; frame <= Frames; frame++)
        {
            stack.Add([.. pattern.Select((value, i) => 500 + value + (7 * Normal((uint)i, frame)))]);
        }

        Assert.Multiple(() =>
        {
            Assert.That(stack.Mean, Is.EqualTo(500).Within(4 * Math.Sqrt((9 + (49.0 / Frames)) / Samples)));
            Assert.That(stack.TemporalVariance, Is.EqualTo(49).Within(4 * 49 * Math.Sqrt(2.0 / (Samples * (Frames - 1)))));
            Assert.That(stack.SpatialVariance, Is.EqualTo(9).Within(4 * 12.1 * Math.Sqrt(2.0 / Samples)));
        });
    }

    private static double Normal(uint i, uint frame) => NormalSampler.Draw(new RandomStream(RandomKey.ForSensor("stack"), i, frame, 1).Draw(0).X);
}

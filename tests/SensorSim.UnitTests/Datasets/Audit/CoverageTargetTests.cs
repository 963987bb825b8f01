using SensorSim.Datasets.Audit;
using SensorSim.Scenes.Coverage;

namespace SensorSim.UnitTests.Datasets.Audit;

[TestFixture]
public sealed class CoverageTargetTests
{
    private static readonly int[][] s_allPairs = [[0, 0], [0, 1], [1, 0], [1, 1]];

    // Two draws of two bins have four pairs: each sample has one of them.
    [TestCase(4, 1, CoverageVerdict.Accept)]
    [TestCase(3, 0.75, CoverageVerdict.Accept)]
    [TestCase(3, 0.76, CoverageVerdict.InsufficientEvidence)]
    [TestCase(0, 0.01, CoverageVerdict.InsufficientEvidence)]
    public void ATarget_IsHeldAgainstWhatSoManySamplesCanHave(int samples, double share, CoverageVerdict verdict) =>
        Assert.That(CoverageTarget.Of(share, 2, Report([.. s_allPairs.Take(samples)])).Verdict, Is.EqualTo(verdict));

    [Test]
    public void SamplesThatRepeatEachOther_AreRejected()
    {
        var target = CoverageTarget.Of(0.75, 2, Report([[0, 0], [0, 0], [0, 0]]));

        Assert.That(target.Verdict, Is.EqualTo(CoverageVerdict.Reject));
        Assert.That(target.Reason, Is.EqualTo("25 % of the 2-way combinations of bins occur, 75 % are wanted"));
    }

    [Test]
    public void MoreDrawsThanThereAre_AreAllOfThem() => Assert.That(CoverageTarget.Of(1, 3, Report(s_allPairs)), Is.EqualTo(CoverageTarget.Of(1, 2, Report(s_allPairs))));

    [Test]
    public void WithoutDraws_NothingCanBeTold() =>
        Assert.That(CoverageTarget.Of(1, 2, CoverageReport.Of(new([], [BinnedSample.OfBins()]))).Verdict, Is.EqualTo(CoverageVerdict.InsufficientEvidence));

    [Test]
    public void NextSamples_CompleteWhatIsMissing()
    {
        Assert.That(NextSamples.Of(Draws(s_allPairs[..1]), 2, seed: 1), Is.EqualTo(new NextSamples(2, 3, null)));
        Assert.That(NextSamples.Of(Draws(s_allPairs), 3, seed: 1), Is.EqualTo(new NextSamples(2, 0, null)));
    }

    private static CoverageReport Report(int[][] rows) => CoverageReport.Of(Draws(rows));

    private static BinnedDraws Draws(int[][] rows) => new([BinnedParameter.Uniform("a", ["x", "y"]), BinnedParameter.Uniform("b", ["x", "y"])], [.. rows.Select(BinnedSample.OfBins)]);
}

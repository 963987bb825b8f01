using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Coverage;

namespace SensorSim.UnitTests.Coverage;

[TestFixture]
public sealed class RangeCoverageTests
{
    [Test]
    public void Completeness_Is_Occupied_Bins_Over_Feasible_Ones()
    {
        var feasibility = new ForbiddenCombinations([4, 2], [new([0], [[3]])]);

        RangeCoverage coverage = RangeCoverage.Of(TupleCounterTests.Draws([4, 2], [[0, 0], [0, 1], [2, 0]]) with { Feasibility = feasibility });

        Assert.That(coverage.Parameters[0].Counts, Is.EqualTo(new[] { 2, 0, 1, 0 }));
        Assert.That((coverage.Parameters[0].OccupiedBins, coverage.Parameters[0].FeasibleBins), Is.EqualTo((2, 3)));
        Assert.That(coverage.Parameters[1].Share, Is.EqualTo(1));
        Assert.That(coverage.Share, Is.EqualTo(4 / 5.0));
    }

    [Test]
    public void Numbers_Are_Compared_By_Kolmogorov_And_Smirnov_And_Choices_By_Chi_Square()
    {
        BinnedParameter[] parameters = [BinnedParameter.Uniform("number", ["low", "high"]) with { Cumulative = x => x }, BinnedParameter.Uniform("choice", ["a", "b"])];
        BinnedSample[] samples = [new([0, 0], [0.25, null]), new([1, 0], [0.875, null])];

        RangeCoverage coverage = RangeCoverage.Of(new(parameters, samples));

        // Just below 0.875 half of the samples lie, and 0.875 of the declared values.
        Assert.That(coverage.Parameters[0].Fit!.Statistic, Is.EqualTo(0.375));
        Assert.That(coverage.Parameters[0].WidestGap, Is.EqualTo(new ProbabilityGap(0.25, 0.875, 0.625)));
        Assert.That(coverage.Parameters[1].Fit, Is.EqualTo(new DistributionFit("chi_square", 2, coverage.Parameters[1].Fit!.PValue, 2, false)));
        Assert.That(coverage.Parameters[1].WidestGap, Is.Null);
    }

    [Test]
    public void The_Widest_Gap_Counts_Probability_And_Not_Length()
    {
        // Half of all values lie below 1, the others up to 11.
        static double Cumulative(double x) => x < 1 ? x / 2 : 0.5 + ((x - 1) / 20);

        ProbabilityGap gap = ProbabilityGap.Widest([5, 1, 0.1, 8, 10], Cumulative);

        Assert.That((gap.Above, gap.Below), Is.EqualTo((0.1, 1.0)));
        Assert.That(gap.Probability, Is.EqualTo(0.45).Within(1e-12));
    }

    [Test]
    public void Gaps_Reach_To_The_Ends_Of_The_Distribution()
    {
        Assert.That(ProbabilityGap.Widest([], x => x), Is.EqualTo(new ProbabilityGap(null, null, 1)));
        Assert.That(ProbabilityGap.Widest([0.75], x => x), Is.EqualTo(new ProbabilityGap(null, 0.75, 0.75)));
        Assert.That(ProbabilityGap.Widest([0.25], x => x), Is.EqualTo(new ProbabilityGap(0.25, null, 0.75)));
    }
}

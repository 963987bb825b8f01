using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Coverage;

namespace SensorSim.UnitTests.Coverage;

[TestFixture]
public sealed class CoverageReportTests
{
    [Test]
    public void Strengths_Go_As_Far_As_There_Are_Parameters()
    {
        Assert.That(Strengths([]), Is.Empty);
        Assert.That(Strengths([2]), Is.EqualTo(new[] { 1 }));
        Assert.That(Strengths([2, 2, 2, 2, 2]), Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public void A_Strength_With_Too_Many_Tuples_Is_Left_Out_With_The_Reason()
    {
        CoverageReport report = CoverageReport.Of(TupleCounterTests.Draws([.. Enumerable.Repeat(10, 25)], []));

        Assert.That(report.Tuples.Select(t => t.Strength), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(report.Omitted, Has.Count.EqualTo(1).And.All.Contains("strength 3"));
    }

    [Test]
    public void What_To_Render_Next_Closes_Everything_That_Is_Feasible()
    {
        int[] bins = [4, 3, 3, 2, 4];
        var feasibility = new ForbiddenCombinations(bins, [new([0, 1], [[0, 1], [2]])]);
        var random = new Random(7);
        int[][] rows = [.. Enumerable.Range(0, 9).Select(_ => bins.Select(count => random.Next(count)).ToArray()).Where(row => feasibility.CanComplete(row))];
        BinnedDraws draws = TupleCounterTests.Draws(bins, rows) with { Feasibility = feasibility };
        Assert.That(TupleCounter.Count(draws, 2).TotalShare, Is.LessThan(0.8));

        IReadOnlyList<int[]> next = CoverageReport.RenderNext(draws, 2, seed: 1);

        Assert.That(TupleCounter.Count(TupleCounterTests.Draws(bins, [.. rows, .. next]) with { Feasibility = feasibility }, 2).TotalShare, Is.EqualTo(1));
        Assert.That(next.All(row => feasibility.CanComplete(row)));
        Assert.That(next, Has.Count.LessThanOrEqualTo(16));
        Assert.That(CoverageReport.RenderNext(TupleCounterTests.Draws(bins, [.. rows, .. next]) with { Feasibility = feasibility }, 2, seed: 1), Is.Empty);
    }

    private static int[] Strengths(int[] bins) => [.. CoverageReport.Of(TupleCounterTests.Draws(bins, [])).Tuples.Select(t => t.Strength)];
}

using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Coverage;
using SensorSim.UnitTests.Cousins.Strategies;

namespace SensorSim.UnitTests.Coverage;

[TestFixture]
public sealed class TupleCounterTests
{
    /// <summary>The worked example of Kuhn et al. 2013: four binary variables, four tests, 19 of 24 pairs.</summary>
    [Test]
    public void The_Example_Of_The_Definition_Has_Its_Figures()
    {
        TupleCoverage coverage = TupleCounter.Count(Draws([2, 2, 2, 2], [[0, 0, 0, 0], [0, 1, 1, 0], [1, 0, 0, 1], [0, 1, 1, 1]]), 2);

        Assert.That((coverage.CoveredTuples, coverage.FeasibleTuples, coverage.InfeasibleTuples), Is.EqualTo((19, 24, 0)));
        Assert.That((coverage.CompleteCombinations, coverage.Combinations), Is.EqualTo((2, 6)));
        Assert.That(coverage.TotalShare, Is.EqualTo(19 / 24.0));
        Assert.That(coverage.SimpleShare, Is.EqualTo(2 / 6.0));
        Assert.That(coverage.MinimumShare, Is.EqualTo(0.5));
        Assert.That(coverage.MinimumAt, Is.EqualTo(new[] { "p1", "p2" }));
        Assert.That(coverage.Missing, Has.Count.EqualTo(5));
    }

    [Test]
    public void Random_Samples_Have_The_Figures_Of_A_Brute_Force_Count([Range(1, 3)] int strength)
    {
        var random = new Random(strength);
        for (int i = 0; i < 100; i++)
        {
            RandomProblem problem = RandomProblem.Draw(random);
            int[][] allowed = [.. BruteForce.AllRows(problem.Bins).Where(row => BruteForce.IsAllowed(row, problem.Forbidden))];
            int[][] samples = [.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => problem.Bins.Select(count => random.Next(count)).ToArray())];
            int[] factors = [.. Enumerable.Range(0, problem.Bins.Length)];
            HashSet<string> feasible = BruteForce.Tuples(allowed, factors, strength);
            int covered = BruteForce.Tuples(samples, factors, strength).Count(feasible.Contains);

            TupleCoverage coverage = TupleCounter.Count(Draws(problem.Bins, samples) with { Feasibility = problem.Problem.Feasibility }, strength);

            Assert.That((coverage.FeasibleTuples, coverage.CoveredTuples), Is.EqualTo((feasible.Count, covered)), problem.ToString());
            Assert.That(coverage.Missing, Has.Count.EqualTo(Math.Min(TupleCoverage.MostListed, feasible.Count - covered)), problem.ToString());
        }
    }

    [Test]
    public void Infeasible_Tuples_Are_No_Part_Of_The_Whole()
    {
        // The first bin of the one excludes the first of the other: three pairs are left.
        var feasibility = new ForbiddenCombinations([2, 2], [ForbiddenCombination.Of(new([0, 1], [0, 0]))]);

        TupleCoverage coverage = TupleCounter.Count(Draws([2, 2], [[0, 1], [1, 0], [1, 1]]) with { Feasibility = feasibility }, 2);

        Assert.That((coverage.TotalShare, coverage.SimpleShare, coverage.InfeasibleTuples), Is.EqualTo((1.0, 1.0, 1)));
    }

    [Test]
    public void A_Sample_That_The_Rules_Forbid_Adds_Nothing_That_They_Exclude()
    {
        var feasibility = new ForbiddenCombinations([2, 2], [ForbiddenCombination.Of(new([0, 1], [0, 0]))]);

        TupleCoverage coverage = TupleCounter.Count(Draws([2, 2], [[0, 0]]) with { Feasibility = feasibility }, 2);

        Assert.That((coverage.CoveredTuples, coverage.FeasibleTuples), Is.EqualTo((0, 3)));
        Assert.That((coverage.MinimumShare, coverage.SimpleShare), Is.EqualTo((0.0, 0.0)));
    }

    [Test]
    public void The_Likeliest_Missing_Tuples_Are_Told_First_By_Name()
    {
        BinnedParameter[] parameters = [new("lamp", ["off", "on"], [0.1, 0.9]), new("floor", ["dry", "wet"], [0.7, 0.3])];

        TupleCoverage coverage = TupleCounter.Count(new(parameters, [BinnedSample.OfBins(1, 0)]), 2);

        Assert.That(coverage.Missing.Select(m => $"{m.Bins["lamp"]} {m.Bins["floor"]}"), Is.EqualTo(new[] { "on wet", "off dry", "off wet" }));
        Assert.That(coverage.Missing[0].DeclaredProbability, Is.EqualTo(0.27).Within(1e-12));
    }

    [Test]
    public void Cells_Without_A_Bin_Cover_Nothing()
    {
        TupleCoverage coverage = TupleCounter.Count(Draws([2, 2, 2], [[0, CoveringArray.Open, 1]]), 2);

        Assert.That(coverage.CoveredTuples, Is.EqualTo(1));
    }

    [Test]
    public void Samples_That_Do_Not_Fit_Are_Refused()
    {
        Assert.That(() => TupleCounter.Count(Draws([2, 2], [[0]]), 2), Throws.ArgumentException.With.Message.Contains("Sample 0"));
        Assert.That(() => TupleCounter.Count(Draws([2, 2], [[0, 0], [0, 2]]), 2), Throws.ArgumentException.With.Message.Contains("bin 2 of 'p1', which has 2"));
        Assert.That(() => TupleCounter.Count(Draws([2, 2], []), 0), Throws.InstanceOf<ArgumentException>());
    }

    internal static BinnedDraws Draws(int[] bins, int[][] rows) => new(
        [.. bins.Select((count, p) => BinnedParameter.Uniform($"p{p}", [.. Enumerable.Range(0, count).Select(bin => $"b{bin}")]))],
        [.. rows.Select(row => BinnedSample.OfBins(row))]);
}

using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.UnitTests.Cousins.Strategies;

[TestFixture]
public sealed class AdaptiveRowsTests
{
    [Test]
    public void The_Emptiest_Bins_Are_Filled_First()
    {
        int[][] existing = [[0, 0], [0, 0], [0, 1], [1, 1], [1, 2]];

        IReadOnlyList<int[]> rows = AdaptiveRows.Plan([3, 3], existing, IFeasibility.Everything, 4, 1);

        // 3, 2, 0 and 2, 2, 1 samples: four more level both.
        Assert.That(Counts(rows, 0, 3), Is.EqualTo(new[] { 0, 1, 3 }));
        Assert.That(Counts(rows, 1, 3), Is.EqualTo(new[] { 1, 1, 2 }));
    }

    [Test]
    public void Random_Bins_Become_Level()
    {
        var random = new Random(2);
        int[] bins = [4, 2, 5, 3];
        int[][] existing = [.. Enumerable.Range(0, 60).Select(_ => bins.Select(count => (int)(random.NextDouble() * random.NextDouble() * count)).ToArray())];

        IReadOnlyList<int[]> rows = AdaptiveRows.Plan(bins, existing, IFeasibility.Everything, 120, 1);

        for (int factor = 0; factor < bins.Length; factor++)
        {
            int[] counts = Counts([.. existing, .. rows], factor, bins[factor]);
            Assert.That(counts.Max() - counts.Min(), Is.LessThanOrEqualTo(1), $"factor {factor}: {string.Join(' ', counts)}");
        }
    }

    [Test]
    public void Equally_Empty_Bins_Make_Rare_Pairs()
    {
        int[] pairs = [.. Enumerable.Range(0, 20).Select(seed =>
            AdaptiveRows.Plan([4, 4], [], IFeasibility.Everything, 16, (ulong)seed).Select(row => (row[0], row[1])).Distinct().Count())];

        // Level bins alone, without a look at pairs, have 10.6 of 16 in the mean.
        Assert.That(pairs.Average(), Is.GreaterThan(13), string.Join(' ', pairs));
    }

    [Test]
    public void Rules_Hold_And_Rare_Bins_Are_Filled_Nevertheless()
    {
        // Bin 1 of the first factor needs bin 0 of all others; bin 3 of the second is not possible at all.
        int[] bins = [2, 4, 4, 4, 4, 4];
        ForbiddenCombination[] forbidden = [.. Enumerable.Range(1, 5).Select(f => new ForbiddenCombination([0, f], [[1], [1, 2, 3]])), new([1], [[3]])];

        IReadOnlyList<int[]> rows = AdaptiveRows.Plan(bins, [], new ForbiddenCombinations(bins, forbidden), 120, 1);

        Assert.That(rows.All(row => BruteForce.IsAllowed(row, forbidden)));

        // 25 if factors chose in random order, 39 if the impossible bin counted as empty.
        Assert.That(Counts(rows, 0, 2)[1], Is.GreaterThan(42));
        Assert.That(Counts(rows, 1, 4)[3], Is.Zero);
    }

    [Test]
    public void Fewer_Rows_Are_The_Beginning_Of_More()
    {
        IReadOnlyList<int[]> many = AdaptiveRows.Plan([3, 4, 2], [[0, CoveringArray.Open, 1]], IFeasibility.Everything, 50, 9);

        Assert.That(AdaptiveRows.Plan([3, 4, 2], [[0, CoveringArray.Open, 1]], IFeasibility.Everything, 20, 9), Is.EqualTo(many.Take(20)));
        Assert.That(AdaptiveRows.Plan([3, 4, 2], [[0, CoveringArray.Open, 1]], IFeasibility.Everything, 50, 10), Is.Not.EqualTo(many));
    }

    [Test]
    public void What_Cannot_Be_Planned_Is_Refused()
    {
        var nothing = new ForbiddenCombinations([2], [new([0], [[0, 1]])]);

        Assert.That(() => AdaptiveRows.Plan([2], [], nothing, 1, 1), Throws.TypeOf<CoveringArrayException>().With.Message.Contains("rules allow no"));
        Assert.That(() => AdaptiveRows.Plan([2], [[2]], IFeasibility.Everything, 1, 1), Throws.TypeOf<CoveringArrayException>());
        Assert.That(AdaptiveRows.Plan([], [], IFeasibility.Everything, 2, 1), Is.EqualTo(new[] { Array.Empty<int>(), [] }));
    }

    private static int[] Counts(IReadOnlyList<int[]> rows, int factor, int bins) => [.. Enumerable.Range(0, bins).Select(bin => rows.Count(row => row[factor] == bin))];
}

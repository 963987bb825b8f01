using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.UnitTests.Cousins.Strategies;

[TestFixture]
public sealed class CoveringArrayTests
{
    // Sizes that were published: Colbourn's tables of covering arrays, for strength 2 and 3; 1.3 times as many rows are asked for.
    [TestCase(4, 3, 2, 9)]
    [TestCase(5, 4, 2, 16)]
    [TestCase(6, 5, 2, 25)]
    [TestCase(13, 3, 2, 15)]
    [TestCase(10, 4, 2, 24)]
    [TestCase(10, 2, 2, 6)]
    [TestCase(10, 2, 3, 12)]
    [TestCase(6, 4, 3, 64)]
    [TestCase(6, 3, 3, 33)]
    public void Sizes_Are_Near_The_Best_Published(int factors, int bins, int strength, int published)
    {
        int[] counts = [.. Enumerable.Repeat(bins, factors)];

        IReadOnlyList<int[]> rows = CoveringArray.Build(new() { BinCounts = counts, Strength = strength }).Rows;

        Assert.That(rows, Has.Count.InRange(published, (int)(1.3 * published)));
        int everything = Binomial(factors, strength) * (int)Math.Pow(bins, strength);
        Assert.That(BruteForce.Tuples(rows, [.. Enumerable.Range(0, factors)], strength), Has.Count.EqualTo(everything));
    }

    [Test]
    public void Ten_Parameters_Of_Four_Values_Need_At_Most_Twenty_Eight_Rows([Range(0, 4)] int seed)
    {
        CoveringArray array = CoveringArray.Build(new() { BinCounts = Fours(10), Seed = (ulong)seed });

        Assert.That(array.Rows, Has.Count.LessThanOrEqualTo(28));
        Assert.That(BruteForce.Tuples(array.Rows, [.. Enumerable.Range(0, 10)], 2), Has.Count.EqualTo(45 * 16));
    }

    [Test]
    public void Random_Problems_With_Rules_Have_All_Feasible_Tuples_And_No_Other()
    {
        var random = new Random(1);
        for (int i = 0; i < 300; i++)
        {
            RandomProblem problem = RandomProblem.Draw(random);
            int[][] allowed = [.. BruteForce.AllRows(problem.Bins).Where(row => BruteForce.IsAllowed(row, problem.Forbidden))];
            if (allowed.Length == 0)
            {
                Assert.That(() => CoveringArray.Build(problem.Problem), Throws.TypeOf<CoveringArrayException>().With.Message.Contains("rules allow no"));
                continue;
            }

            AssertCovers(problem, CoveringArray.Build(problem.Problem), allowed);
        }
    }

    [Test]
    public void Forbids_That_Imply_Others_Are_Found()
    {
        // Bin 0 of the first factor leaves the second, of two bins, none.
        int[] bins = [3, 2, 2];
        ForbiddenCombination[] forbidden = [.. new[] { 0, 1 }.Select(b => ForbiddenCombination.Of(new([0, 1], [0, b])))];

        CoveringArray array = CoveringArray.Build(new() { BinCounts = bins, Feasibility = new ForbiddenCombinations(bins, forbidden) });

        Assert.That(array.Rows.Select(row => row[0]), Has.None.EqualTo(0));
        Assert.That(array.Infeasible.Select(BruteForce.TextOf), Is.EquivalentTo(new[] { "0=0 1=0", "0=0 1=1", "0=0 2=0", "0=0 2=1" }));
        Assert.That(array.Rows, Has.Count.EqualTo(4));
    }

    [Test]
    public void A_Tuple_That_Lies_In_A_Larger_One_Is_Not_Counted_Beside_It()
    {
        int[] bins = [2, 2, 2];
        var feasibility = new ForbiddenCombinations(bins, [ForbiddenCombination.Of(new([0, 1], [0, 0]))]);

        CoveringArray array = CoveringArray.Build(new() { BinCounts = bins, Stronger = [new([2, 1, 0], 3), new([0, 1], 1)], Feasibility = feasibility });

        Assert.That(array.Infeasible.Select(BruteForce.TextOf), Is.EqualTo(new[] { "0=0 1=0 2=0", "0=0 1=0 2=1" }));
        Assert.That(array.Rows, Has.Count.EqualTo(6));
    }

    [Test]
    public void Forbids_On_Ten_Parameters_Leave_All_Feasible_Pairs_In_A_Small_Array()
    {
        ForbiddenCombination[] forbidden =
        [
            new([0, 1], [[0], [1, 2]]),
            new([2, 3, 4], [[0, 1], [3], [0]]),
            new([5], [[2]]),
            new([6, 7], [[0], [0, 1, 2]]),
        ];
        var feasibility = new ForbiddenCombinations(Fours(10), forbidden);

        CoveringArray array = CoveringArray.Build(new() { BinCounts = Fours(10), Feasibility = feasibility });

        Assert.That(array.Rows.All(row => BruteForce.IsAllowed(row, forbidden)));
        HashSet<string> feasible = BruteForce.Tuples(BruteForce.AllRows(Fours(10)).Where(row => BruteForce.IsAllowed(row, forbidden)).Where((_, i) => i % 101 == 0), [.. Enumerable.Range(0, 10)], 2);
        Assert.That(BruteForce.Tuples(array.Rows, [.. Enumerable.Range(0, 10)], 2), Is.EquivalentTo(feasible));
        Assert.That(array.Rows, Has.Count.LessThanOrEqualTo(31));
    }

    [Test]
    public void A_Predicate_Forbids_What_It_Holds_For()
    {
        // The third must be below the first, whatever the second.
        int[] bins = [4, 2, 3];
        ForbiddenCombination[] forbidden = [.. ForbiddenCombination.Where([2, 0], bins, b => b[0] >= b[1])];

        CoveringArray array = CoveringArray.Build(new() { BinCounts = bins, Strength = 3, Feasibility = new ForbiddenCombinations(bins, forbidden) });

        Assert.That(array.Rows.Select(row => string.Concat(row)), Is.EquivalentTo(BruteForce.AllRows(bins).Where(row => row[2] < row[0]).Select(row => string.Concat(row))));
        Assert.That(() => ForbiddenCombination.Where([0, 1, 2], [100, 100, 100], _ => true).Count(), Throws.TypeOf<CoveringArrayException>().With.Message.Contains("1000000"));
        Assert.That(ForbiddenCombination.Where([], bins, _ => false), Is.Empty);
        Assert.That(ForbiddenCombination.Where([], bins, _ => true).Single().Factors, Is.Empty);
    }

    [Test]
    public void First_Rows_Come_First_And_Open_Cells_Are_Filled()
    {
        int[][] first = [[3, 3, 3, 3, 3], [0, CoveringArray.Open, 0, CoveringArray.Open, 0]];

        CoveringArray array = CoveringArray.Build(new() { BinCounts = Fours(5), First = first });

        Assert.That(array.Rows[0], Is.EqualTo(first[0]));
        Assert.That((array.Rows[1][0], array.Rows[1][2], array.Rows[1][4]), Is.EqualTo((0, 0, 0)));
        Assert.That(array.Rows.SelectMany(row => row), Has.All.InRange(0, 3));
    }

    [Test]
    public void What_Exists_Is_Not_Covered_Again()
    {
        CoveringArray whole = CoveringArray.Build(new() { BinCounts = Fours(6) });
        int[][] existing = [.. whole.Rows.Take(12), [0, CoveringArray.Open, CoveringArray.Open, 0, 0, 0]];

        CoveringArray rest = CoveringArray.Build(new() { BinCounts = Fours(6), Existing = existing });

        Assert.That(rest.Rows, Has.Count.LessThanOrEqualTo(whole.Rows.Count - 12));
        Assert.That(BruteForce.Tuples(existing[..12].Concat(rest.Rows), [0, 1, 2, 3, 4, 5], 2), Has.Count.EqualTo(15 * 16));
        Assert.That(CoveringArray.Build(new() { BinCounts = Fours(6), Existing = whole.Rows }).Rows, Is.Empty);
    }

    [Test]
    public void Rows_Are_Ordered_By_What_They_Add()
    {
        IReadOnlyList<int[]> rows = CoveringArray.Build(new() { BinCounts = Fours(8) }).Rows;

        int[] covered = [.. Enumerable.Range(0, rows.Count + 1).Select(n => BruteForce.Tuples(rows.Take(n), [.. Enumerable.Range(0, 8)], 2).Count)];
        int[] added = [.. covered.Skip(1).Zip(covered, (after, before) => after - before)];

        Assert.That(added, Is.Ordered.Descending);
    }

    [Test]
    public void The_Same_Problem_Gives_The_Same_Array_And_Another_Seed_Another()
    {
        IReadOnlyList<int[]> once = CoveringArray.Build(new() { BinCounts = Fours(7) }).Rows;

        Assert.That(CoveringArray.Build(new() { BinCounts = Fours(7) }).Rows, Is.EqualTo(once));
        Assert.That(CoveringArray.Build(new() { BinCounts = Fours(7), Seed = 1 }).Rows, Is.Not.EqualTo(once));
    }

    // Written down, so that another machine or runtime that searches otherwise is noticed: a dataset's samples are numbered by these rows.
    [Test]
    public void The_Array_Of_A_Seed_Stays_What_It_Was()
    {
        IReadOnlyList<int[]> rows = CoveringArray.Build(new() { BinCounts = [3, 2, 4, 2], Seed = 42 }).Rows;

        Assert.That(string.Join(' ', rows.Select(row => string.Concat(row))), Is.EqualTo("0021 1010 0130 1101 2000 2131 1120 0111 1031 2110 2020 0001"));
    }

    [Test]
    public void Few_Factors_And_Few_Bins_Are_Defined()
    {
        Assert.That(Build([], 2), Is.EqualTo(new[] { Array.Empty<int>() }));
        Assert.That(Build([1], 2), Is.EqualTo(new[] { new[] { 0 } }));
        Assert.That(Build([1, 1, 1], 2), Is.EqualTo(new[] { new[] { 0, 0, 0 } }));
        Assert.That(Build([3], 2).Select(row => row[0]), Is.EquivalentTo(new[] { 0, 1, 2 }));
        Assert.That(Build([3, 2], 3), Has.Count.EqualTo(6));
        Assert.That(Build([3, 5, 2], 1), Has.Count.EqualTo(5));
        Assert.That(Build([1, 4, 1, 3], 2), Has.Count.EqualTo(12));
    }

    [Test]
    public void Too_Many_Tuples_Are_Refused_With_A_Way_Out()
    {
        Assert.That(() => Build([.. Enumerable.Repeat(10, 50)], 3), Throws.TypeOf<CoveringArrayException>().With.Message.EqualTo(
            "50 draws at strength 3 have 19600000 tuples of bins, and an array is built for 1000000 at most: use fewer bins, a lower strength, or a higher one only for the draws that need it."));
        Assert.That(() => Build([.. Enumerable.Repeat(1000, 1000)], 6), Throws.TypeOf<CoveringArrayException>());
    }

    [Test]
    public void Malformed_Problems_Are_Refused()
    {
        Assert.That(() => Build([2, 0], 2), Throws.TypeOf<CoveringArrayException>());
        Assert.That(() => Build([2, 2], 0), Throws.TypeOf<CoveringArrayException>());
        Assert.That(() => Build([2, 2], 7), Throws.TypeOf<CoveringArrayException>());
        Assert.That(() => CoveringArray.Build(new() { BinCounts = [2, 2], First = [[0]] }), Throws.TypeOf<CoveringArrayException>());
        Assert.That(() => CoveringArray.Build(new() { BinCounts = [2, 2], First = [[0, 2]] }), Throws.TypeOf<CoveringArrayException>());
        Assert.That(() => CoveringArray.Build(new() { BinCounts = [2, 2], Stronger = [new([0, 2], 2)] }), Throws.TypeOf<CoveringArrayException>());
        var forbidden = new ForbiddenCombinations([2, 2], [ForbiddenCombination.Of(new([0], [0]))]);
        Assert.That(
            () => CoveringArray.Build(new() { BinCounts = [2, 2], First = [[1, 0], [0, CoveringArray.Open]], Feasibility = forbidden }),
            Throws.TypeOf<CoveringArrayException>().With.Message.Contains("first row 1"));
    }

    private static IReadOnlyList<int[]> Build(int[] bins, int strength) => CoveringArray.Build(new() { BinCounts = bins, Strength = strength }).Rows;

    private static int[] Fours(int count) => [.. Enumerable.Repeat(4, count)];

    private static int Binomial(int n, int k) => k == 0 ? 1 : Binomial(n - 1, k - 1) * n / k;

    private static void AssertCovers(RandomProblem problem, CoveringArray array, int[][] allowed)
    {
        Assert.That(array.Rows.All(row => BruteForce.IsAllowed(row, problem.Forbidden)), problem.ToString());
        foreach (StrongerGroup group in problem.Problem.Stronger.Append(new([.. Enumerable.Range(0, problem.Bins.Length)], problem.Problem.Strength)))
        {
            HashSet<string> feasible = BruteForce.Tuples(allowed, group.Factors, group.Strength);
            Assert.That(BruteForce.Tuples(array.Rows, group.Factors, group.Strength), Is.EquivalentTo(feasible), problem.ToString());
            Assert.That(array.Infeasible.Select(BruteForce.TextOf).Where(feasible.Contains), Is.Empty, problem.ToString());
        }
    }
}

using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.UnitTests.Cousins.Strategies;

/// <summary>A small problem with rules, whose rows can all be looked at.</summary>
internal sealed record RandomProblem(int[] Bins, ForbiddenCombination[] Forbidden, CoveringProblem Problem)
{
    public static RandomProblem Draw(Random random)
    {
        int[] bins = [.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => random.Next(1, 5))];
        ForbiddenCombination[] forbidden = [.. Enumerable.Range(0, random.Next(0, 7)).Select(_ => DrawForbidden(bins, random))];
        StrongerGroup[] stronger = [.. Enumerable.Range(0, random.Next(0, 3)).Select(_ => new StrongerGroup(Subset(bins.Length, random), random.Next(1, 4)))];
        return new(bins, forbidden, new()
        {
            BinCounts = bins,
            Strength = random.Next(1, 4),
            Stronger = stronger,
            Feasibility = new ForbiddenCombinations(bins, forbidden),
            Seed = (ulong)random.NextInt64(),
        });
    }

    public override string ToString() =>
        $"bins {string.Join(',', Bins)}, strength {Problem.Strength}, stronger {string.Join("; ", Problem.Stronger.Select(g => $"{string.Join(',', g.Factors)} at {g.Strength}"))}, forbidden "
        + string.Join("; ", Forbidden.Select(f => string.Join(' ', f.Factors.Zip(f.Bins, (factor, set) => $"{factor} in {string.Join(',', set)}"))));

    private static ForbiddenCombination DrawForbidden(int[] bins, Random random)
    {
        int[] factors = Subset(bins.Length, random);
        return new(factors, [.. factors.Select(f => Subset(bins[f], random))]);
    }

    private static int[] Subset(int count, Random random)
    {
        int[] all = [.. Enumerable.Range(0, count)];
        random.Shuffle(all);
        return all[..random.Next(1, Math.Min(count, 3) + 1)];
    }
}

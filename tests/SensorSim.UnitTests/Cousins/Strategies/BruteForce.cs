using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.UnitTests.Cousins.Strategies;

/// <summary>Counts tuples by looking at every row that there could be: another way than the one tested, and only for small problems.</summary>
internal static class BruteForce
{
    public static IEnumerable<int[]> AllRows(IReadOnlyList<int> bins)
    {
        int[] row = new int[bins.Count];
        while (true)
        {
            yield return [.. row];
            int factor = bins.Count - 1;
            while (factor >= 0 && ++row[factor] == bins[factor])
            {
                row[factor--] = 0;
            }

            if (factor < 0)
            {
                yield break;
            }
        }
    }

    public static bool IsAllowed(int[] row, IEnumerable<ForbiddenCombination> forbidden) =>
        !forbidden.Any(f => f.Factors.Index().All(x => f.Bins[x.Index].Contains(row[x.Item])));

    /// <summary>Every tuple of a size that some row has, as text "factor=bin factor=bin".</summary>
    public static HashSet<string> Tuples(IEnumerable<int[]> rows, IReadOnlyList<int> factors, int size)
    {
        List<int[]> choices = [.. Choices([.. factors.Order()], Math.Min(size, factors.Count))];
        return [.. rows.SelectMany(row => choices.Select(choice => TextOf(choice, f => row[f])))];
    }

    public static string TextOf(BinTuple tuple) =>
        string.Join(' ', tuple.Factors.Zip(tuple.Bins, (factor, bin) => $"{factor}={bin}"));

    private static string TextOf(int[] factors, Func<int, int> binOf) => string.Join(' ', factors.Select(f => $"{f}={binOf(f)}"));

    private static IEnumerable<int[]> Choices(int[] items, int size)
    {
        if (size == 0)
        {
            return [[]];
        }

        return items.Index().SelectMany(x => Choices(items[(x.Index + 1)..], size - 1).Select(rest => (int[])[x.Item, .. rest]));
    }
}

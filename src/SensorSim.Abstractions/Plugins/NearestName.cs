namespace SensorSim.Plugins;

/// <summary>The known name nearest to a mistyped one, for error messages.</summary>
public static class NearestName
{
    /// <summary>More names than these are told by their families.</summary>
    private const int MostTold = 12;

    /// <summary>Letters from which on a mistyped beginning says something.</summary>
    private const int LongBeginning = 8;

    /// <summary>Units that a name ends with are no longer: of "hfov_rad" and "hfov_deg" the rest is the same.</summary>
    private const int LongestUnit = 3;

    /// <summary>
    /// The candidate with the smallest edit distance, or null when none is near: more than a third of the letters
    /// (at least two, or one of three) would have to change. Words that both have do not count: of "row_noise" and "shot_noise" two in three letters differ. A candidate that begins with what was given, or with something near it, or has it within, is near.
    /// Ties go to the one of nearest length, then to the first in ordinal order.
    /// </summary>
    public static string? Of(string given, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(candidates);
        string? nearest = null;
        int bound = Bound(given.Length);
        foreach (string candidate in candidates.OrderBy(candidate => Math.Abs(candidate.Length - given.Length)).ThenBy(candidate => candidate, StringComparer.Ordinal))
        {
            if (Cost(given, candidate, bound) is var cost && cost <= bound)
            {
                (nearest, bound) = (candidate, cost - 1);
            }
        }

        return nearest;
    }

    /// <summary>A sentence to append to an error: <c> Did you mean "sigma_px"?</c>, each of a few candidates that have the given one as a word, or every candidate when none is near.</summary>
    public static string Hint(string given, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        string[] known = [.. candidates.Order(StringComparer.Ordinal)];
        string[] longer = [.. known.Where(name => name.Split('-', '_', '.').Contains(given, StringComparer.OrdinalIgnoreCase))];
        return longer.Length > 1 && longer.Length <= MostTold ? $" Did you mean \"{string.Join("\", \"", longer[..^1])}\" or \"{longer[^1]}\"?"
            : Of(given, known) is { } nearest ? $" Did you mean \"{nearest}\"?"
            : known.Length == 0 ? " There are none."
            : $" Known: {Listing(given, known)}.";
    }

    /// <summary>
    /// Names with commas between them. Of many that have families, such as <c>camera.noise</c>, those of the given one's; where it has none of theirs, the families: <c>camera.*, lens.*</c>.
    /// </summary>
    public static string Listing(string given, IReadOnlyList<string> names)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(names);
        string[] kin = [.. names.Where(name => FamilyOf(name) is { } family && family == FamilyOf(given))];
        return string.Join(", ", names.Count <= MostTold ? names : kin.Length > 0 ? kin : names.Select(name => FamilyOf(name) is { } family ? $"{family}.*" : name).Distinct(StringComparer.Ordinal));
    }

    // Null without one.
    private static string? FamilyOf(string name) => name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? name[..dot] : null;

    /// <summary>Edit distance with adjacent swaps counted once (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Distance(a, b, int.MaxValue - 1);
    }

    // The distance, or something above the bound once it is known to be above.
    private static int Distance(string a, string b, int bound)
    {
        if (Math.Abs(a.Length - b.Length) > bound)
        {
            return bound + 1;
        }

        int[,] cost = new int[a.Length + 1, b.Length + 1];
        int before = 0;
        for (int i = 0; i <= a.Length; i++)
        {
            int least = int.MaxValue;
            for (int j = 0; j <= b.Length; j++)
            {
                cost[i, j] = Math.Min(i, j) == 0 ? Math.Max(i, j) : Step(a, b, cost, i, j);
                least = Math.Min(least, cost[i, j]);
            }

            // A swap reaches back two rows.
            if (least > bound && before > bound)
            {
                return bound + 1;
            }

            before = least;
        }

        return cost[a.Length, b.Length];
    }

    private static int Cost(string given, string candidate, int bound)
    {
        if (given.Length >= 3 && candidate.Contains(given, StringComparison.OrdinalIgnoreCase))
        {
            return Math.Min(1, candidate.Length - given.Length);
        }

        (string a, string b) = (given.ToUpperInvariant(), candidate.ToUpperInvariant());
        if (a != b && IsOtherUnit(a, b))
        {
            return 2;
        }

        int own = Math.Min(bound, Bound(OwnLetters(a, b))), whole = Distance(a, b, own) is var distance && distance <= own ? distance : bound + 1;
        return a.Length < LongBeginning || b.Length <= a.Length + 1 ? whole : Math.Min(whole, 1 + Enumerable.Range(a.Length - 1, 3).Min(length => Distance(a, b[..length], bound)));
    }

    private static bool IsOtherUnit(string a, string b) =>
        a.LastIndexOf('_') is > 0 and var end && a.Length - end - 1 <= LongestUnit && b.Length - end - 1 <= LongestUnit && b.StartsWith(a[..(end + 1)], StringComparison.Ordinal);

    // Letters of the words that are not the other's, too; a candidate that ends early is no other word.
    private static int OwnLetters(string a, string b)
    {
        if (a.StartsWith(b, StringComparison.Ordinal))
        {
            return a.Length;
        }

        string[] one = a.Split('_'), other = b.Split('_');
        int front = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        int back = one.Reverse().Zip(other.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        return front + back == 0 ? a.Length : one.Skip(front).SkipLast(back).Sum(word => word.Length);
    }

    private static int Bound(int letters) => letters <= 3 ? 1 : Math.Max(2, letters / 3);

    private static int Step(string a, string b, int[,] cost, int i, int j)
    {
        int change = a[i - 1] == b[j - 1] ? 0 : 1;
        int best = Math.Min(cost[i - 1, j - 1] + change, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
        bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
        return swapped ? Math.Min(best, cost[i - 2, j - 2] + 1) : best;
    }
}

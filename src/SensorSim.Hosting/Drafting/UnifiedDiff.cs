namespace SensorSim.Hosting.Drafting;

/// <summary>The difference of two texts as <c>diff -u</c> shows it: longest common subsequence of lines, three lines around each change.</summary>
public static class UnifiedDiff
{
    private const int Around = 3;

    /// <summary>Beyond so many lines between the common beginning and end, all of them count as changed: the work grows with the square.</summary>
    private const int MostLines = 2000;

    /// <summary>Lines with their signs, in hunks with headers; none where the texts are the same.</summary>
    public static IReadOnlyList<string> Of(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return Hunks(Edits(Lines(before), Lines(after)));
    }

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.TrimEnd('\n').Split('\n');

    // Every line of both, with ' ', '-' or '+'.
    private static List<(char Sign, string Line)> Edits(string[] before, string[] after)
    {
        int head = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        int most = Math.Min(before.Length, after.Length) - head;
        int tail = Enumerable.Range(1, most).TakeWhile(i => before[^i] == after[^i]).Count();
        List<(char, string)> edits = [.. before.Take(head).Select(line => (' ', line))];
        edits.AddRange(Between(before[head..^tail], after[head..^tail]));
        edits.AddRange(before[^tail..].Select(line => (' ', line)));
        return edits;
    }

    private static List<(char, string)> Between(string[] before, string[] after)
    {
        if (before.Length > MostLines || after.Length > MostLines)
        {
            return [.. before.Select(line => ('-', line)), .. after.Select(line => ('+', line))];
        }

        int[,] common = Common(before, after);
        var edits = new List<(char, string)>();
        int b = 0, a = 0;
        while (b < before.Length || a < after.Length)
        {
            if (b < before.Length && a < after.Length && before[b] == after[a])
            {
                edits.Add((' ', before[b]));
                (b, a) = (b + 1, a + 1);
            }
            else if (a == after.Length || (b < before.Length && common[b + 1, a] >= common[b, a + 1]))
            {
                edits.Add(('-', before[b++]));
            }
            else
            {
                edits.Add(('+', after[a++]));
            }
        }

        return edits;
    }

    // Lengths of the longest common subsequences of what follows each pair of places.
    private static int[,] Common(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int b = before.Length - 1; b >= 0; b--)
        {
            for (int a = after.Length - 1; a >= 0; a--)
            {
                common[b, a] = before[b] == after[a] ? common[b + 1, a + 1] + 1 : Math.Max(common[b + 1, a], common[b, a + 1]);
            }
        }

        return common;
    }

    private static List<string> Hunks(List<(char Sign, string Line)> edits)
    {
        var lines = new List<string>();
        int end = 0;
        for (int change = edits.FindIndex(edit => edit.Sign != ' '); change >= 0; change = edits.FindIndex(end, edit => edit.Sign != ' '))
        {
            int begin = Math.Max(end, change - Around);
            end = EndOfHunk(edits, change);
            lines.Add(Header(edits, begin, end));
            lines.AddRange(edits[begin..end].Select(edit => edit.Sign + edit.Line));
        }

        return lines;
    }

    private static int EndOfHunk(List<(char Sign, string Line)> edits, int change)
    {
        int last = change;
        for (int i = change; i < edits.Count && i - last <= 2 * Around; i++)
        {
            last = edits[i].Sign == ' ' ? last : i;
        }

        return Math.Min(edits.Count, last + Around + 1);
    }

    private static string Header(List<(char Sign, string Line)> edits, int begin, int end)
    {
        string Range(char other)
        {
            int first = edits.Take(begin).Count(edit => edit.Sign != other), count = edits[begin..end].Count(edit => edit.Sign != other);
            return FormattableString.Invariant($"{(count == 0 ? first : first + 1)},{count}");
        }

        return $"@@ -{Range('+')} +{Range('-')} @@";
    }
}

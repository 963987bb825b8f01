using System.Globalization;
using SensorSim.Hosting.Drafting;

namespace SensorSim.UnitTests.Drafting;

/// <summary>Differences of texts, against what diff -u prints and by putting them together again.</summary>
[TestFixture]
public sealed class UnifiedDiffTests
{
    [Test]
    public void Hunks_Are_Those_Of_Diff()
    {
        string before = string.Join('\n', "abcdefghijklmnopqrst".Select(letter => $"{letter}")) + "\n";
        string after = before.Replace("b\n", "B\n", StringComparison.Ordinal).Replace("q\n", "q\nx\n", StringComparison.Ordinal).Replace("t\n", "", StringComparison.Ordinal);

        Assert.That(UnifiedDiff.Of(before, after), Is.EqualTo(new[]
        {
            "@@ -1,5 +1,5 @@", " a", "-b", "+B", " c", " d", " e",
            "@@ -15,6 +15,6 @@", " o", " p", " q", "+x", " r", " s", "-t",
        }));
    }

    [Test]
    public void A_New_Text_Is_Added_Whole() => Assert.That(UnifiedDiff.Of("", "a\nb\n"), Is.EqualTo(new[] { "@@ -0,0 +1,2 @@", "+a", "+b" }));

    [Test]
    public void The_Same_Text_Has_No_Difference() => Assert.That(UnifiedDiff.Of("a\nb\n", "a\nb\n"), Is.Empty);

    [Test]
    public void A_Difference_Leads_From_One_Text_To_The_Other()
    {
        var random = new Random(7);
        for (int trial = 0; trial < 300; trial++)
        {
            string before = Lines(random, random.Next(40)), after = Lines(random, random.Next(40));

            Assert.That(Apply(before, UnifiedDiff.Of(before, after)), Is.EqualTo(after), $"{before}->{after}");
        }
    }

    [Test]
    public void Long_Texts_Without_Anything_In_Common_Are_Not_Compared_Line_By_Line()
    {
        long allocated = GC.GetAllocatedBytesForCurrentThread();
        IReadOnlyList<string> lines = UnifiedDiff.Of(string.Join('\n', Enumerable.Range(0, 100_000)), string.Join('\n', Enumerable.Range(200_000, 100_000)));

        Assert.That(lines, Has.Count.EqualTo(200_001));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - allocated, Is.LessThan(100_000_000));
    }

    private static string Lines(Random random, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => $"{(char)('a' + random.Next(4))}\n"));

    private static string Apply(string before, IReadOnlyList<string> diff)
    {
        string[] old = before.Length == 0 ? [] : before.TrimEnd('\n').Split('\n');
        var result = new List<string>();
        int at = 0;
        foreach (string line in diff)
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                string[] range = line.Split(' ')[1][1..].Split(',');
                int first = int.Parse(range[0], CultureInfo.InvariantCulture) - (range[1] == "0" ? 0 : 1);
                result.AddRange(old[at..first]);
                at = first;
            }
            else if (line[0] == '+')
            {
                result.Add(line[1..]);
            }
            else
            {
                Assert.That(old[at], Is.EqualTo(line[1..]));
                result.AddRange(line[0] == ' ' ? [old[at]] : []);
                at++;
            }
        }

        return string.Concat(result.Concat(old[at..]).Select(line => line + "\n"));
    }
}

using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

/// <summary>Covering arrays from the scenario to the drawn values, counted by brute force.</summary>
[TestFixture]
public sealed class CoveringStrategyTests
{
    [Test]
    public void Ten_Parameters_Of_Four_Values_Have_All_Pairs_In_Few_Samples()
    {
        CousinSampler sampler = Sampler($"strategy: pairwise\n  vary:\n{Parameters(10)}");
        int rows = ((BinRowStrategy)sampler.Strategy).Rows.Count;

        Assert.That(rows, Is.LessThanOrEqualTo(31), "1.3 times the 24 of the published tables");
        Assert.That(Pairs(sampler, rows), Has.Count.EqualTo(45 * 16));
    }

    [Test]
    public void Rules_Leave_Out_What_They_Forbid_And_Nothing_Else()
    {
        // p1 follows from p0 by a chain of two rules: p0 = a needs p2 = b, which forbids p1 = c.
        CousinSampler sampler = Sampler($"""
            strategy: pairwise
              rules:
                - require: {"{ parameters.p2: b }"}
                  when: {"{ parameters.p0: a }"}
                - forbid: {"{ parameters.p2: b, parameters.p1: c }"}
                - forbid: {"{ parameters.p3: [a, b], parameters.p4: { not: d } }"}
              vary:
            {Parameters(6)}
            """);
        int rows = ((BinRowStrategy)sampler.Strategy).Rows.Count;

        Assert.That(Pairs(sampler, rows), Is.EquivalentTo(FeasiblePairs(6)));
        Assert.That(FeasiblePairs(6), Does.Not.Contain((0, 1, "a", "c")));
        Assert.That(Enumerable.Range(0, rows).SelectMany(i => sampler.Draw(i).BrokenRules), Is.Empty, "no row had to be drawn again");
    }

    [Test]
    public void Cases_And_Comparisons_Count_By_Bin()
    {
        CousinSampler sampler = Sampler("""
            strategy: threeway
              rules: [ { require: { parameters.lux: { above: parameters.limit } } } ]
              vary:
                parameters.shift: [day, night]
                parameters.lux: { when: [ { if: { parameters.shift: night }, use: [1, 20] } ], else: { uniform: [0, 1000], bins: 4 } }
                parameters.limit: [0, 10, 600]
                parameters.speed: { uniform: [0, 1], bins: [0, 0.1, 1] }
            """);
        DrawnSample[] samples = [.. Enumerable.Range(0, ((BinRowStrategy)sampler.Strategy).Rows.Count).Select(i => sampler.Draw(i))];

        // shift, lux, limit: by night 1 is above 0, 20 above 0 and 10; by day the four quarters with the limits below their ends; each with two speeds.
        Assert.That(samples.Select(sample => (sample.Bins[0], sample.Bins[1], sample.Bins[2])).Distinct().Count(), Is.EqualTo(3 + 2 + 2 + 3 + 3));
        Assert.That(samples, Has.All.Matches<DrawnSample>(sample => Number(sample!, "parameters.lux") > Number(sample!, "parameters.limit")));
    }

    [Test]
    public void First_Samples_Have_Their_Values_And_Groups_Are_Stronger()
    {
        CousinSampler sampler = Sampler($$"""
            strategy:
                covering_array:
                  strength: 1
                  stronger: [ { draws: [parameters.p0, parameters.p1, parameters.p2], strength: 3 } ]
                  first: [ { parameters.p0: d, parameters.level: 0.125 }, { parameters.level: 10 } ]
              vary:
                parameters.level: { uniform: [0, 10] }
            {{Parameters(5)}}
            """);
        int rows = ((BinRowStrategy)sampler.Strategy).Rows.Count;

        Assert.That((Number(sampler.Draw(0), "parameters.level"), sampler.Draw(0).Values["parameters.p0"].GetValue<string>()), Is.EqualTo((0.125, "d")));
        Assert.That(Number(sampler.Draw(1), "parameters.level"), Is.EqualTo(10));
        Assert.That(rows, Is.InRange(64, 66));
        Assert.That(Enumerable.Range(0, rows).Select(i => string.Concat(sampler.Draw(i).Bins.Skip(1).Take(3))).Distinct(StringComparer.Ordinal).Count(), Is.EqualTo(64));
        Assert.That(() => sampler.Draw(rows + 5), Throws.Nothing, "samples beyond the array are independent");
    }

    [TestCase(Comparison.Above, 4)]
    [TestCase(Comparison.AtLeast, 3)]
    public void A_Value_That_Was_Measured_Often_Counts_At_The_Edge_Of_A_Bin(Comparison forbidden, int expected)
    {
        // Bins 0 to 1, and 1 to 2 with 1 itself, which is drawn as often as all between.
        BoundDraw[] draws =
        [
            Drawn.From("parameters.shift", new ChoiceDistribution([JsonValue.Create("day"), JsonValue.Create("night")])),
            Drawn.From("parameters.lux", new EmpiricalDistribution([0, 1, 1, 1, 2]) { Edges = [0, 1, 2] }),
        ];
        var rule = new SamplingRule(IsForbidden: true, [new("parameters.shift", [new OneOfTest([JsonValue.Create("night")])], default), new("parameters.lux", [new ComparisonTest(forbidden, 1)], default)], [], 0, default);
        var space = new SampleSpace(draws) { Rules = [rule] };

        BinRowStrategy strategy = BinRowStrategy.Covering(space, new(2), 7);

        Assert.That(strategy.Rows.Select(row => (row[0], row[1])).Distinct().Count(), Is.EqualTo(expected));
        var sampler = new DrawSampler(space, strategy, 7);
        Assert.That(Enumerable.Range(0, strategy.Rows.Count).Select(i => sampler.Draw(i)), Has.None.Matches<DrawnSample>(sample => rule.IsBroken(sample!.Values)));
    }

    [TestCase("rules: [ { forbid: { parameters.p0: [a, b, c, d] } } ]", "aisle.yaml:13:13: cousins.strategy: The rules allow no combination of bins at all: relax one of them.")]
    public void What_Cannot_Be_Covered_Is_Said(string rest, string expected) =>
        Assert.That(() => Sampler($"strategy: pairwise\n  {rest}\n  vary:\n{Parameters(3)}"), Throws.TypeOf<ScenarioException>().With.Message.EqualTo(expected));

    private static string Parameters(int count) => string.Join('\n', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"    parameters.p{i}: [a, b, c, d]")));

    private static CousinSampler Sampler(string cousins) => new(ScenarioText.Valid(ScenarioText.With($"cousins:\n  {cousins}")), SmallScene.Create(), 7);

    private static double Number(DrawnSample sample, string name) => sample.Values[name] is var value && value.TryGetValue(out double number) ? number : value.GetValue<long>();

    private static HashSet<(int, int, string, string)> Pairs(CousinSampler sampler, int rows) =>
        [.. Enumerable.Range(0, rows).SelectMany(i => PairsOf([.. sampler.Draw(i).Values.Values.Select(value => value.GetValue<string>())]))];

    private static IEnumerable<(int, int, string, string)> PairsOf(string[] values) =>
        from a in Enumerable.Range(0, values.Length)
        from b in Enumerable.Range(a + 1, values.Length - a - 1)
        select (a, b, values[a], values[b]);

    // The rules of the test, written again in C#.
    private static HashSet<(int, int, string, string)> FeasiblePairs(int count)
    {
        string[] letters = ["a", "b", "c", "d"];
        IEnumerable<string[]> all = [[]];
        for (int i = 0; i < count; i++)
        {
            all = all.SelectMany(row => letters.Select(letter => (string[])[.. row, letter]));
        }

        return [.. all.Where(p => (p[0] != "a" || p[2] == "b") && (p[2] != "b" || p[1] != "c") && (p[3] is not ("a" or "b") || p[4] == "d")).SelectMany(PairsOf)];
    }
}

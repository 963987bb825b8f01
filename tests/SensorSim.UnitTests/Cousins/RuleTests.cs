using MathNet.Numerics.Distributions;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

/// <summary>Rules, cases and correlations of <c>cousins</c>, from the file to the draws.</summary>
[TestFixture]
public sealed class RuleTests
{
    private const int Count = 4000;

    [TestCase("{ forbid: { parameters.shift: night, parameters.load: { above: 0.5 } } }", "night", true)]
    [TestCase("{ require: { parameters.load: { at_most: 0.5 } }, when: { parameters.shift: [night, dusk] } }", "night", true)]
    [TestCase("{ require: { parameters.load: { below: parameters.limit } } }", "day", false)]
    [TestCase("{ forbid: { parameters.shift: { not: day } } }", "night", false)]
    public void No_Sample_Breaks_A_Rule(string rule, string shift, bool hasNight)
    {
        DrawnSample[] samples = Draw($$"""
            vary: { parameters.shift: [day, night, dusk], parameters.load: { uniform: [0, 1] }, parameters.limit: [0.2, 0.8] }
            rules: [ {{rule}} ]
            """);

        Assert.That(samples, Has.All.Matches<DrawnSample>(sample => Keeps(rule, sample!)));
        Assert.That(samples.Any(sample => sample.BrokenRules.Count > 0), "the rule had something to do");
        Assert.That(samples.Any(sample => Text(sample, "parameters.shift") == shift), Is.EqualTo(shift == "day" || hasNight));
    }

    [Test]
    public void What_A_Rule_Leaves_Stays_As_Likely()
    {
        DrawnSample[] samples = Draw("""
            vary: { parameters.a: { uniform: [0, 1] } }
            rules: [ { forbid: { parameters.a: { above: 0.25, below: 0.75 } } } ]
            """);
        double[] left = [.. samples.Select(sample => Number(sample, "parameters.a")).Select(a => a <= 0.25 ? 2 * a : (2 * a) - 1).Order()];

        Assert.That(left.Index().Max(draw => Math.Abs(draw.Item - ((draw.Index + 0.5) / Count))), Is.LessThan(1.95 / Math.Sqrt(Count)), "Kolmogorov-Smirnov, once in a thousand");
    }

    [Test]
    public void A_Case_Chooses_The_Distribution()
    {
        DrawnSample[] samples = Draw("""
            vary:
              parameters.lux:
                when:
                  - { if: { parameters.shift: night, parameters.lamp: broken }, use: 0 }
                  - { if: { parameters.shift: night }, use: { log_uniform: [1, 10] } }
                else: { uniform: [300, 500] }
              parameters.shift: [day, night]
              parameters.lamp: { choice: [good, broken], weights: [9, 1] }
            """);

        Assert.That(samples, Has.All.Matches<DrawnSample>(sample => (Text(sample!, "parameters.shift"), Text(sample!, "parameters.lamp")) switch
        {
            ("night", "broken") => Number(sample!, "parameters.lux") == 0,
            ("night", _) => Number(sample!, "parameters.lux") is >= 1 and <= 10,
            _ => Number(sample!, "parameters.lux") is >= 300 and <= 500,
        }));
        Assert.That(samples.Count(sample => Text(sample, "parameters.lamp") == "broken"), Is.EqualTo(400).Within(4 * Math.Sqrt(Count * 0.09)));
        Assert.That(samples[0].Values.Keys, Is.EquivalentTo(new[] { "parameters.lux", "parameters.shift", "parameters.lamp" }));
    }

    [TestCase(0.8)]
    [TestCase(-0.6)]
    public void Correlated_Draws_Keep_Their_Distributions_And_Go_Together(double correlation)
    {
        DrawnSample[] samples = Draw(FormattableString.Invariant($$"""
            vary: { parameters.a: { uniform: [2, 4] }, parameters.b: { log_uniform: [0.1, 10] }, parameters.c: { uniform: [0, 1] } }
            correlated: [ { draws: [parameters.a, parameters.b], correlation: {{correlation}} } ]
            """));
        double[] a = [.. samples.Select(sample => (Number(sample, "parameters.a") - 2) / 2)], b = [.. samples.Select(sample => (Math.Log10(Number(sample, "parameters.b")) + 1) / 2)];
        double[] c = [.. samples.Select(sample => Number(sample, "parameters.c"))];

        Assert.That(Correlation(a, b), Is.EqualTo(correlation).Within(4 * (1 - (correlation * correlation)) / Math.Sqrt(Count)));
        Assert.That(Correlation(a, c), Is.Zero.Within(4 / Math.Sqrt(Count)));
        foreach (double[] shares in (double[][])[a, b])
        {
            Assert.That(shares.Order().Index().Max(draw => Math.Abs(draw.Item - ((draw.Index + 0.5) / Count))), Is.LessThan(1.95 / Math.Sqrt(Count)));
        }
    }

    [Test]
    public void A_Rule_That_Starves_Is_Named()
    {
        CousinSampler sampler = Sampler("""
            vary: { parameters.a: { uniform: [0, 1] }, parameters.b: [1, 2, 3, 4, 5] }
            rules:
              - { forbid: { parameters.b: 2 } }
              - { require: { parameters.a: { above: 0.999999 } } }
            """);

        Assert.That(() => sampler.Draw(3), Throws.TypeOf<ScenarioException>().With.Message.Match(
            "^aisle.yaml:16:7: cousins.rules\\[1\\]: sample 3 found nothing that it allows in 1000 attempts \\(rules\\[1\\] refused [78][0-9][0-9], rules\\[0\\] refused [12][0-9][0-9]\\)"));
    }

    [TestCase("rules: [ { forbid: { parameters.c: 1 } } ]", "no draw is called 'parameters.c'; expected the name of a draw of cousins.vary, with the thing's name in place of a pattern; did you mean 'parameters.a'?")]
    [TestCase("rules: [ { forbid: { parameters.b: 3 } } ]", "'parameters.b' is never 3; expected 1, 2")]
    [TestCase("rules: [ { forbid: { parameters.a: 0.5 } } ]", "'parameters.a' is drawn from a range and hardly ever equals a value; expected { above: number }, { below: number }")]
    [TestCase("rules: [ { forbid: { parameters.s: { above: 1 } } } ]", "'parameters.s' is no number; expected values to compare with: a value or a list")]
    [TestCase("rules: [ { forbid: { parameters.a: { above: parameters.s } } } ]", "'parameters.s' is no number")]
    [TestCase("strategy: pairwise, correlated: [ { draws: [parameters.a, parameters.b], correlation: 0.5 } ]", "this strategy chooses the bins of each draw by itself")]
    [TestCase("correlated: [ { draws: [parameters.a, parameters.b], correlation: 0.5 }, { draws: [parameters.a, parameters.s], correlation: 0.1 } ]", "'parameters.a' is in two groups")]
    [TestCase("strategy: { covering_array: { first: [ { parameters.s: z } ] } }", "'parameters.s' is never \"z\"; expected \"x\", \"y\"")]
    public void What_Does_Not_Fit_The_Draws_Is_Reported(string rest, string expected)
    {
        ScenarioReading reading = ScenarioText.Read(ScenarioText.With($"cousins: {{ vary: {{ parameters.a: {{ uniform: [0, 1] }}, parameters.b: [1, 2], parameters.s: [x, y] }}, {rest} }}"));

        Assert.That(reading.Errors, Is.Empty);
        Assert.That(SceneBinding.Of(reading.Scenario!, SmallScene.Create()).Errors.Select(error => error.ToString()), Has.One.Contains(expected));
    }

    [Test]
    public void Draws_That_Depend_On_Themselves_Are_Reported()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("""
            cousins:
              vary:
                parameters.a: { when: [ { if: { parameters.b: 1 }, use: 1 } ], else: 2 }
                parameters.b: { when: [ { if: { parameters.a: 1 }, use: 1 } ], else: 2 }
            """));

        Assert.That(SceneBinding.Of(scenario, SmallScene.Create()).Errors.Single().ToString(), Does.Contain("depends, over 'when', on itself"));
    }

    [TestCase("rules: [ { } ]", "there is neither forbid nor require")]
    [TestCase("rules: [ { forbid: { parameters.a: 1 }, require: { parameters.a: 1 } } ]", "rules[0].require: there is also 'forbid'; expected one of them; a second rule for the other")]
    [TestCase("rules: [ { forbid: { } } ]", "there is no condition")]
    [TestCase("rules: [ { forbid: { parameters.a: { abvoe: 1 } } } ]", "did you mean 'above'?")]
    [TestCase("correlated: [ { draws: [parameters.a, parameters.b, parameters.s], correlation: -0.6 } ]", "3 draws cannot have it with each other; expected a number above -0.5 and below 1")]
    [TestCase("strategy: pairwize", "did you mean 'pairwise'?")]
    [TestCase("strategy: { covering_array: { strength: 9 } }", "expected a whole number from 1 to 6 (draws that are combined)")]
    [TestCase("vary: { parameters.a: { choice: [1, 2], weights: [1] } }", "weights: 1, values: 2")]
    [TestCase("vary: { parameters.a: { grid: [0, 1, 1] } }", "the count is no whole number from 2")]
    [TestCase("vary: { parameters.a: { mixture: [ { use: { choice: [1, 2] } } ] } }", "single values are no part of a mixture")]
    [TestCase("vary: { parameters.a: { uniform: [0, 1], bins: [0.5, 2, 3] } }", "no draw ever lies between 2 and 3")]
    [TestCase("vary: { parameters.a: { empirical: { file: none.csv, column: x } } }", "none.csv")]
    [TestCase("vary: { lights.ceiling_1.intensity: { when: [ { if: { parameters.a: 1 }, use: -1 } ], else: 1 } }", "there is '-1'; expected values from 0 to 1000000000")]
    [TestCase("vary: { parameters.a: { when: [ { if: { parameters.b: 1 }, use: 1 } ] } }", "else: the key is missing")]
    public void Wrong_Rules_Are_Reported(string cousins, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With($"cousins: {{ {cousins} }}")), Has.One.Contains(expected));

    [Test]
    public void Measured_Values_Come_From_A_File()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "lux.csv"), "time, lux\n08:00, 120.5\n09:00,\"340\"\n10:00,280\n");
            string file = Path.Combine(folder, "aisle.yaml");
            File.WriteAllText(file, ScenarioText.With("cousins: { vary: { parameters.lux: { empirical: { file: lux.csv, column: lux } }, parameters.bad: { empirical: { file: lux.csv, column: time } }, parameters.worse: { empirical: { file: lux.csv, column: lx } } } }"));

            ScenarioReading reading = ScenarioReader.ReadFile(file);

            var measured = (SensorSim.Scenes.Cousins.Distributions.ContinuousDistribution)reading.Draft!.Cousins.Vary.Single().Distribution;
            Assert.That((measured.Minimum, measured.Quantile(0.5), measured.Maximum), Is.EqualTo((120.5, 280.0, 340.0)));
            Assert.That(reading.Errors.Select(error => error.Problem), Is.EqualTo(new[] { "lux.csv: line 2: '08:00' in column 'time' is no number", "lux.csv: there is no column 'lx' among time, lux" }));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static DrawnSample[] Draw(string cousins)
    {
        CousinSampler sampler = Sampler(cousins);
        return [.. Enumerable.Range(0, Count).Select(i => sampler.Draw(i))];
    }

    private static CousinSampler Sampler(string cousins) =>
        new(ScenarioText.Valid(ScenarioText.With("cousins:\n  " + cousins.ReplaceLineEndings("\n  "))), SmallScene.Create(), 7);

    // Written again, without the program's own conditions.
    private static bool Keeps(string rule, DrawnSample sample)
    {
        string shift = Text(sample, "parameters.shift");
        double load = Number(sample, "parameters.load");
        return rule.Contains("limit", StringComparison.Ordinal) ? load < Number(sample, "parameters.limit")
            : rule.Contains("not: day", StringComparison.Ordinal) ? shift == "day"
            : rule.Contains("require", StringComparison.Ordinal) ? load <= 0.5 || shift == "day"
            : load <= 0.5 || shift != "night";
    }

    private static string Text(DrawnSample sample, string name) => sample.Values[name].GetValue<string>();

    private static double Number(DrawnSample sample, string name) => sample.Values[name] is var value && value.TryGetValue(out double number) ? number : value.GetValue<long>();

    // Of normal scores, which is what the scenario names.
    private static double Correlation(double[] first, double[] second)
    {
        double[] a = [.. first.Select(Score)], b = [.. second.Select(Score)];
        return a.Zip(b, (x, y) => x * y).Average() / Math.Sqrt(a.Average(x => x * x) * b.Average(y => y * y));
    }

    private static double Score(double share) => Normal.InvCDF(0, 1, Math.Clamp(share, 1e-9, 1 - 1e-9));
}

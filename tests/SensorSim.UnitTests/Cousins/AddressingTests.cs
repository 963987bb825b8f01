using System.Globalization;
using System.Text;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

/// <summary>Sample i has the same draws, bit for bit, alone or in a sweep, in any order and on any thread, whatever the scenario.</summary>
[TestFixture]
public sealed class AddressingTests
{
    private const int Scenarios = 10_000;
    private const int SamplesEach = 6;

    [Test]
    public void A_Sample_Is_The_Same_Alone_In_A_Sweep_And_On_Another_Thread()
    {
        int starved = 0, redrawn = 0;
        Parallel.For(0, Scenarios, number =>
        {
            string yaml = ScenarioText.With(RandomCousins(new(number)));
            CousinSampler sweep = Sampler(yaml, number);
            string[] all = [.. Enumerable.Range(0, SamplesEach).Select(i => Text(sweep, i))];
            foreach (int i in (int[])[SamplesEach - 1, number % SamplesEach])
            {
                Assert.That(Text(Sampler(yaml, number), i), Is.EqualTo(all[i]), yaml);
            }

            Interlocked.Add(ref starved, all.Count(text => text.Contains("found nothing", StringComparison.Ordinal)));
            Interlocked.Add(ref redrawn, all.Count(text => text.Contains("redrawn", StringComparison.Ordinal)));
        });

        Assert.That(redrawn, Is.GreaterThan(Scenarios / 10), "rules had something to do");
        Assert.That(starved, Is.LessThan(Scenarios), "and left something");
    }

    private static CousinSampler Sampler(string yaml, int seed) => new(ScenarioText.Valid(yaml), SmallScene.Create(), (ulong)seed);

    private static string Text(CousinSampler sampler, int sample)
    {
        try
        {
            DrawnSample drawn = sampler.Draw(sample);
            return string.Join('\n', drawn.Values.Select(value => $"{value.Key}={value.Value.ToJsonString()}"))
                + $"\nbins {string.Join(' ', drawn.Bins)}{(drawn.BrokenRules.Count > 0 ? $" redrawn {drawn.BrokenRules.Count}" : "")}";
        }
        catch (ScenarioException starved)
        {
            return starved.Message;
        }
    }

    private static string RandomCousins(Random random)
    {
        string[] strategies = ["independent", "latin_hypercube", "sobol", "boundary"];
        string strategy = random.Next(500) == 0 ? "pairwise" : strategies[random.Next(strategies.Length)];
        int draws = random.Next(1, 7);
        var text = new StringBuilder($"cousins:\n  count: {random.Next(1, 50)}\n  strategy: {strategy}\n  vary:\n");
        for (int i = 0; i < draws; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"    parameters.p{i}: {(i > 0 && random.Next(4) == 0 ? Cases(random) : RandomDistribution(random))}\n");
        }

        text.Append("    parameters.shift: [day, night]\n    parameters.load: { uniform: [0, 1] }\n    \"lights.*.intensity\": { log_uniform: [0.1, 1] }\n");
        text.Append(random.Next(2) == 0 ? RandomRules(random) : "");
        return text.Append(strategy is not ("boundary" or "pairwise") && random.Next(4) == 0 ? "  correlated: [ { draws: [lights.ceiling_1.intensity, lights.ceiling_2.intensity], correlation: 0.7 } ]\n" : "").ToString();
    }

    private static string Cases(Random random) =>
        $"{{ when: [ {{ if: {{ parameters.shift: night }}, use: {RandomDistribution(random)} }}, {{ if: {{ parameters.load: {{ above: 0.5 }} }}, use: {RandomDistribution(random)} }} ], else: {RandomDistribution(random)} }}";

    private static string RandomRules(Random random) => string.Create(CultureInfo.InvariantCulture, $$"""
          rules:
            - forbid: { parameters.shift: night, lights.ceiling_1.intensity: { above: {{random.NextDouble():F3}} } }
            - require: { lights.ceiling_1.intensity: { {{(random.Next(2) == 0 ? "below" : "at_most")}}: lights.ceiling_2.intensity } }
              when: { parameters.shift: day }

        """);

    private static string RandomDistribution(Random random)
    {
        double low = Math.Round(random.NextDouble(), 3), high = low + 0.1 + Math.Round(random.NextDouble(), 3);
        FormattableString text = random.Next(8) switch
        {
            0 => $"[{low}, {high}, 7]",
            1 => $"{{ uniform: [{low}, {high}], bins: {random.Next(1, 6)} }}",
            2 => $"{{ log_uniform: [{low + 0.01}, {high + 0.01}] }}",
            3 => $"{{ normal: [{low}, {high}] }}",
            4 => $"{{ truncated_normal: [{low}, {high}, 0, 1] }}",
            5 => $"{{ choice: [1, 2, 3], weights: [{low + 0.1}, {high}, 1] }}",
            6 => $"{{ grid: [{low}, {high}, {random.Next(2, 9)}] }}",
            _ => $"{{ mixture: [ {{ weight: {high}, use: {{ uniform: [0, {high}] }} }}, {{ use: {{ normal: [{low}, 1] }} }} ] }}",
        };
        return FormattableString.Invariant(text);
    }
}

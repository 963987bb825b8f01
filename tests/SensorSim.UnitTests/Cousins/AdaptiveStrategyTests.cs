using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

[TestFixture]
public sealed class AdaptiveStrategyTests
{
    private const string Cousins = """
        cousins:
          count: 12
          strategy: { adaptive: { dataset: earlier } }
          rules: [ { forbid: { parameters.shift: night, parameters.lux: { above: 750 } } } ]
          vary: { parameters.shift: [day, night], parameters.lux: { uniform: [0, 1000], bins: 4 } }
        """;

    [Test]
    public void Samples_Fill_The_Emptiest_Bins()
    {
        // Twelve by day in the lowest quarter, one that this scenario does not draw, one without lux.
        IReadOnlyDictionary<string, JsonValue>[] earlier =
        [
            .. Enumerable.Range(0, 12).Select(i => Sample("day", 10.0 * i)),
            Sample("dusk", 5000),
            new Dictionary<string, JsonValue>(StringComparer.Ordinal) { ["parameters.shift"] = JsonValue.Create("day") },
        ];

        DrawnSample[] samples = [.. Enumerable.Range(0, 12).Select(i => Sampler(earlier).Draw(i))];

        int[] lux = [.. Enumerable.Range(0, 4).Select(bin => samples.Count(sample => sample.Bins[1] == bin))];
        Assert.That(lux, Is.EqualTo(new[] { 0, 4, 4, 4 }));
        Assert.That(samples.Count(sample => sample.Bins[0] == 1), Is.EqualTo(8), "by night as far as the rule leaves it");
        Assert.That(samples, Has.None.Matches<DrawnSample>(sample => sample!.Bins[0] == 1 && sample.Bins[1] == 3));
    }

    [Test]
    public void Without_Earlier_Samples_Bins_Fill_Evenly()
    {
        DrawnSample[] samples = [.. Enumerable.Range(0, 12).Select(i => Sampler([]).Draw(i))];

        Assert.That(Enumerable.Range(0, 4).Select(bin => samples.Count(sample => sample.Bins[1] == bin)), Has.All.EqualTo(3));
    }

    private static CousinSampler Sampler(IReadOnlyList<IReadOnlyDictionary<string, JsonValue>> earlier) =>
        new(ScenarioText.Valid(ScenarioText.With(Cousins)), SmallScene.Create(), 7, earlier);

    private static Dictionary<string, JsonValue> Sample(string shift, double lux) =>
        new(StringComparer.Ordinal) { ["parameters.shift"] = JsonValue.Create(shift), ["parameters.lux"] = JsonValue.Create(lux) };
}

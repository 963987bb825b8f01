using System.Text.Json.Nodes;
using SensorSim.Randomness;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Strategies;

namespace SensorSim.UnitTests.Cousins;

[TestFixture]
public sealed class StrategyTests
{
    private static readonly string[] s_names = [.. Enumerable.Range(0, 8).Select(i => $"parameters.p{i}")];

    [Test]
    public void A_Permutation_Gives_Each_Place_Once([Values(1, 2, 3, 4, 5, 17, 64, 1000)] int count)
    {
        var permutation = new RandomPermutation(count, new RandomKey(1, 2));

        Assert.That(Enumerable.Range(0, count).Select(i => permutation.At(i)).Order(), Is.EqualTo(Enumerable.Range(0, count)));
    }

    [Test]
    public void Permutations_Are_Each_As_Likely()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (uint key = 0; key < 24_000; key++)
        {
            var permutation = new RandomPermutation(4, new RandomKey(key, 99));
            string order = string.Concat(Enumerable.Range(0, 4).Select(i => permutation.At(i)));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.That(counts, Has.Count.EqualTo(24));
        Assert.That(counts.Values.Sum(count => (count - 1000.0) * (count - 1000) / 1000), Is.LessThan(49.7), "23 degrees of freedom, once in a thousand");
    }

    [Test]
    public void A_Latin_Hypercube_Has_Each_Stratum_Of_Each_Draw_Once([Values(1, 7, 100)] int count)
    {
        var strategy = new LatinHypercubeStrategy(s_names, count, 5);
        foreach (int block in (int[])[0, 3])
        {
            DrawPlace[][] samples = [.. Enumerable.Range(block * count, count).Select(i => strategy.PlacesOf(i))];
            for (int draw = 0; draw < s_names.Length; draw++)
            {
                Assert.That(samples.Select(places => (int)(places[draw].Share * count)).Order(), Is.EqualTo(Enumerable.Range(0, count)));
            }
        }
    }

    [Test]
    public void Sobol_Integrates_Better_Than_Chance()
    {
        const int samples = 4096;
        double Error(ISamplingStrategy strategy) => Math.Abs((Enumerable.Range(0, samples).Average(i => strategy.PlacesOf(i).Aggregate(1.0, (product, place) => product * (0.5 + place.Share)))) - 1);

        double chance = Enumerable.Range(0, 8).Average(seed => Error(new IndependentStrategy(s_names, (ulong)seed)));
        double sobol = Enumerable.Range(0, 8).Average(seed => Error(new SobolStrategy(s_names, (ulong)seed)));

        Assert.That(sobol, Is.LessThan(chance / 5));
    }

    [Test]
    public void Boundaries_Come_One_By_One_And_Then_Together()
    {
        BoundDraw[] draws =
        [
            Drawn.From("parameters.a", new UniformDistribution(0, 10)),
            Drawn.From("parameters.b", new NormalDistribution(0, 1)),
            Drawn.From("parameters.c", new ChoiceDistribution([JsonValue.Create("x"), JsonValue.Create("y"), JsonValue.Create("z")])),
        ];
        var strategy = new BoundaryStrategy(draws, 7);
        var sampler = new DrawSampler(new SampleSpace(draws), strategy, 7);

        string[] samples = [.. Enumerable.Range(0, (int)strategy.SingleEdges).Select(i => string.Join(' ', sampler.Draw(i).Values.Values))];

        Assert.That(samples, Is.EqualTo(new[]
        {
            "5 0 x", "0 0 x", "0.1 0 x", "9.9 0 x", "10 0 x", "5 -3.09023231 x", "5 -2.32634787 x", "5 2.32634787 x", "5 3.09023231 x", "5 0 y", "5 0 z",
        }));
        string[] corners = [.. Enumerable.Range((int)strategy.SingleEdges, 200).Select(i => string.Join(' ', sampler.Draw(i).Values.Values)).Distinct(StringComparer.Ordinal)];
        Assert.That(corners, Has.Length.EqualTo(12), "two ends, two ends, three choices");
        Assert.That(corners, Does.Contain("0 3.09023231 z"));
    }
}

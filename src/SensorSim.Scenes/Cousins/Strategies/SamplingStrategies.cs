using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>The strategy that a scenario asks for.</summary>
internal static class SamplingStrategies
{
    /// <param name="scenario">Names the strategy.</param>
    /// <param name="space">What is drawn.</param>
    /// <param name="seed">Of every draw.</param>
    /// <param name="earlier">Draws of the samples of the dataset that an adaptive strategy names.</param>
    /// <exception cref="ScenarioException">It cannot be had with these draws and rules.</exception>
    public static ISamplingStrategy Of(Scenario scenario, SampleSpace space, ulong seed, IReadOnlyList<IReadOnlyDictionary<string, JsonValue>> earlier)
    {
        try
        {
            return Build(scenario, space, seed, earlier);
        }
        catch (CoveringArrayException impossible)
        {
            throw new ScenarioException([new(scenario.Cousins.StrategyPosition, "cousins.strategy", impossible.Message)]);
        }
    }

    private static ISamplingStrategy Build(Scenario scenario, SampleSpace space, ulong seed, IReadOnlyList<IReadOnlyDictionary<string, JsonValue>> earlier)
    {
        string[] names = [.. space.Draws.Select(draw => draw.Name)];
        long cousins = scenario.Family.Cousins(scenario.Cousins.Count);
        return scenario.Cousins.Strategy switch
        {
            SamplingStrategy.LatinHypercube => new LatinHypercubeStrategy(names, cousins, seed),
            SamplingStrategy.Sobol => new SobolStrategy(names, seed),
            SamplingStrategy.CoveringArray array => BinRowStrategy.Covering(space, array, seed),
            SamplingStrategy.Adaptive => BinRowStrategy.Adaptive(space, earlier.Select(space.BinsOfEarlier), cousins, seed),
            SamplingStrategy.Boundary => new BoundaryStrategy(space.Draws, seed),
            _ => new IndependentStrategy(names, seed),
        };
    }
}

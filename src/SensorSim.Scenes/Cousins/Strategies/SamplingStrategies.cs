using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>The strategy that a scenario asks for.</summary>
internal static class SamplingStrategies
{
    /// <exception cref="ScenarioException">It cannot be had with these draws and rules.</exception>
    public static ISamplingStrategy Of(Scenario scenario, SampleSpace space, ulong seed)
    {
        try
        {
            return Build(scenario, space, seed);
        }
        catch (CoveringArrayException impossible)
        {
            throw new ScenarioException([new(scenario.Cousins.StrategyPosition, "cousins.strategy", impossible.Message)]);
        }
    }

    private static ISamplingStrategy Build(Scenario scenario, SampleSpace space, ulong seed)
    {
        string[] names = [.. space.Draws.Select(draw => draw.Name)];
        return scenario.Cousins.Strategy switch
        {
            SamplingStrategy.LatinHypercube => new LatinHypercubeStrategy(names, scenario.Cousins.Count, seed),
            SamplingStrategy.Sobol => new SobolStrategy(names, seed),
            SamplingStrategy.CoveringArray array => new CoveringStrategy(space, array, seed),
            SamplingStrategy.Boundary => new BoundaryStrategy(space.Draws, seed),
            _ => new IndependentStrategy(names, seed),
        };
    }
}

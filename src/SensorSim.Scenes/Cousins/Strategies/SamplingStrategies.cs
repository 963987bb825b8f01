using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>The strategy that a scenario asks for.</summary>
internal static class SamplingStrategies
{
    public static ISamplingStrategy Of(Scenario scenario, SampleSpace space, ulong seed)
    {
        string[] names = [.. space.Draws.Select(draw => draw.Name)];
        return scenario.Cousins.Strategy switch
        {
            SamplingStrategy.LatinHypercube => new LatinHypercubeStrategy(names, scenario.Cousins.Count, seed),
            SamplingStrategy.Sobol => new SobolStrategy(names, seed),
            SamplingStrategy.Boundary => new BoundaryStrategy(space.Draws, seed),
            _ => new IndependentStrategy(names, seed),
        };
    }
}

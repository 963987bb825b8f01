using System.Globalization;
using SensorSim.Randomness;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Each draw in as many equal strata as there are samples, each stratum once (McKay, Beckman and Conover, 1979). Samples beyond the count begin another hypercube.
/// </summary>
internal sealed class LatinHypercubeStrategy(IReadOnlyList<string> draws, long count, ulong seed) : ISamplingStrategy
{
    public DrawPlace[] PlacesOf(long sample) => [.. draws.Select(name =>
    {
        RandomKey key = RandomKey.ForDraw(seed, sample / count, string.Create(CultureInfo.InvariantCulture, $"{name}/strata/{count}"));
        long stratum = new RandomPermutation(count, key).At(sample % count);
        return new DrawPlace((stratum + DrawShares.At(seed, sample, name)) / count);
    })];
}

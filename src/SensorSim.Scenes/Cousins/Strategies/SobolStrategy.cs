using SensorSim.Randomness;

namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Sobol's scrambled sequence: 2ᵏ samples in a row fill space more evenly than chance. The dimension of a draw is its place in the scenario; the first 2³² samples
/// have points of their own.
/// </summary>
internal sealed class SobolStrategy(IReadOnlyList<string> draws, ulong seed) : ISamplingStrategy
{
    public DrawPlace[] PlacesOf(long sample) => [.. draws.Select((name, dimension) =>
    {
        RandomKey key = RandomKey.ForDraw(seed, 0, name + "/scramble");
        double point = SobolSequence.Coordinate((uint)sample, dimension, Philox4x32.Draw(default, key.Low, key.High).X);
        return new DrawPlace(point + (DrawShares.At(seed, sample, name) / (1UL << 32)));
    })];
}

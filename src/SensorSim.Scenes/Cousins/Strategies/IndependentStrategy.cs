namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Every draw by itself: addressed by seed, sample and name, so that a new draw changes no other.</summary>
internal sealed class IndependentStrategy(IReadOnlyList<string> draws, ulong seed) : ISamplingStrategy
{
    public DrawPlace[] PlacesOf(long sample) => [.. draws.Select(name => new DrawPlace(DrawShares.At(seed, sample, name)))];
}

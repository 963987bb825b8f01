namespace SensorSim.Scenes.Cousins;

/// <summary>One property that can vary.</summary>
/// <param name="Name">The last part of a key.</param>
/// <param name="Values">What it takes.</param>
internal abstract record CousinAttribute(string Name, ValueRule Values)
{
    /// <summary>What it may be drawn from; null where its range gives a good example.</summary>
    public string? Example { get; init; }
}

namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>A list of values of one kind.</summary>
/// <param name="Item">What each is.</param>
/// <param name="Meaning">What the list is, for messages.</param>
internal sealed record ListSchema(ValueSchema Item, string Meaning) : ValueSchema
{
    /// <summary>Fewest items.</summary>
    public int MinCount { get; init; }

    /// <summary>Most items.</summary>
    public int MaxCount { get; init; } = int.MaxValue;

    /// <summary>No item is there twice.</summary>
    public bool IsSet { get; init; }

    public override string Expected => Meaning;
}

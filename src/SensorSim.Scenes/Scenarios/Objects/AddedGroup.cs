namespace SensorSim.Scenes.Scenarios.Objects;

/// <summary>Objects of one kind that a scenario adds.</summary>
/// <param name="Name">Of the object, or of the group.</param>
/// <param name="Items">What they are in turn: "builtin:mug", or a glTF file relative to the scenario's folder.</param>
/// <param name="Count">How many; null is one without a number.</param>
/// <param name="Position">Where the scenario says it.</param>
public sealed record AddedGroup(string Name, IReadOnlyList<string> Items, int? Count, SourcePosition Position) : AddedThings(Name, Count, Position)
{
    /// <summary>Null takes that of the items.</summary>
    public string? Category { get; init; }

    /// <summary>A turn about +Y.</summary>
    public double YawDegrees { get; init; }

    /// <summary>Times its size.</summary>
    public double Scale { get; init; } = 1;
}

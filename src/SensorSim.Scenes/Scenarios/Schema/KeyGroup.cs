namespace SensorSim.Scenes.Scenarios.Schema;

/// <summary>Keys that exclude each other.</summary>
/// <param name="IsRequired">One of them must be there.</param>
/// <param name="Names">Their names.</param>
internal sealed record KeyGroup(bool IsRequired, params IReadOnlyList<string> Names)
{
    /// <summary>What is wrong where none of them is there.</summary>
    public string Missing { get; init; } = $"{string.Join(" or ", Names)} is missing";

    /// <summary>What to do where there is none of them, or more than one.</summary>
    public string Expected { get; init; } = "one of them";
}

using SensorSim.Geometry;

namespace SensorSim.Scenes.Scenarios.Objects;

/// <summary>Things of one kind that a scenario adds: NAME alone, or NAME_1, NAME_2, ….</summary>
/// <param name="Name">Of the thing, or of the group.</param>
/// <param name="Count">How many; null is one without a number.</param>
/// <param name="Position">Where the scenario says it.</param>
public abstract record AddedThings(string Name, int? Count, SourcePosition Position)
{
    public const int MaximumCount = 2000;

    /// <summary>Where the scenario, or the command line, says its keys.</summary>
    public KeyPositions Keys { get; init; } = KeyPositions.None;

    /// <summary>Where the first is: metres, world.</summary>
    public Vector3d At { get; init; }

    /// <summary>From each to the next, metres.</summary>
    public Vector3d Step { get; init; }

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => Count is { } count ? Enumerable.Range(1, count).Select(NameOf) : [Name];

    /// <summary>The name of the first, or of the only one.</summary>
    public string NameOfFirst => Names.First();

    /// <summary>The name of one of them, from 1.</summary>
    public string NameOf(int number) => FormattableString.Invariant($"{Name}_{number}");

    /// <summary>Where one of them is, from 0: metres, world.</summary>
    public Vector3d PlaceOf(int index) => At + (index * Step);
}

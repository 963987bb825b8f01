using SensorSim.Geometry;

namespace SensorSim.Scenes.Scenarios;

/// <summary>Objects of one kind that a scenario adds: NAME alone, or NAME_1, NAME_2, ….</summary>
/// <param name="Name">Of the object, or of the group.</param>
/// <param name="Items">What they are in turn: "builtin:mug", or a glTF file relative to the scenario's folder.</param>
/// <param name="Count">How many; null is one without a number.</param>
/// <param name="Position">Where the scenario says it.</param>
public sealed record AddedGroup(string Name, IReadOnlyList<string> Items, int? Count, SourcePosition Position)
{
    public const int MaximumCount = 2000;

    /// <summary>Null takes that of the items.</summary>
    public string? Category { get; init; }

    /// <summary>Where the first stands: metres, world.</summary>
    public Vector3d At { get; init; }

    /// <summary>From each to the next, metres.</summary>
    public Vector3d Step { get; init; }

    /// <summary>A turn about +Y.</summary>
    public double YawDegrees { get; init; }

    /// <summary>Their names.</summary>
    public IEnumerable<string> Names => Count is { } count ? Enumerable.Range(1, count).Select(NameOf) : [Name];

    /// <summary>The name of one of them, from 1.</summary>
    public string NameOf(int number) => FormattableString.Invariant($"{Name}_{number}");
}

using SensorSim.Scenes.Composition;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>An object that the scenario adds.</summary>
/// <param name="Added">As it was written.</param>
/// <param name="Node">Its node in the scene; all that hangs on it belongs to it.</param>
internal sealed record PlacedObject(AddedObject Added, int Node)
{
    public string Name => Added.Name;

    /// <summary>Whether samples turn or shift it.</summary>
    public bool IsMovedBySamples { get; init; }

    /// <summary>Whether physics moves it.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>Whether it is not where it was written: it goes along a path, or a solver puts it where there is room.</summary>
    public bool IsPutElsewhere { get; init; }
}

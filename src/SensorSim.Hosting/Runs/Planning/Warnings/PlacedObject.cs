using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>An object that the scenario adds.</summary>
/// <param name="Added">As it was written.</param>
/// <param name="Node">Its node in the scene.</param>
/// <param name="Nodes">That one, and all that hangs on it.</param>
/// <param name="Box">Around them, world space; empty where nothing of it is drawn.</param>
internal sealed record PlacedObject(AddedObject Added, int Node, HashSet<int> Nodes, Box Box)
{
    public string Name => Added.Name;

    /// <summary>Where the scenario says its keys.</summary>
    public required KeyPositions Keys { get; init; }

    /// <summary>Whether samples shift it.</summary>
    public bool IsShiftedBySamples { get; init; }

    /// <summary>Whether samples turn or shift it.</summary>
    public bool IsMovedBySamples { get; init; }

    /// <summary>Added to what is wrong with its place: in which sample, and what to look at.</summary>
    public string Advice
    {
        get
        {
            string place = IsCounted ? "look at its group's at and step" : "look at its place";
            return IsMovedBySamples ? $", in the first sample: {place} and its draws" : $": {place}";
        }
    }

    /// <summary>Whether it is one of a group, whose places are counted from that of the first.</summary>
    public bool IsCounted { get; init; }

    /// <summary>Whether its place is that of the first of its group and so many steps.</summary>
    public bool IsStepped { get; init; }

    /// <summary>Whether nothing keeps it and the others of its group apart.</summary>
    public bool IsInOnePlaceWithItsGroup { get; init; }

    /// <summary>Where the scenario says its place.</summary>
    public SourcePosition PlaceAt => IsStepped ? Keys.Of("step", "at") : Keys.Of("at");

    /// <summary>Whether physics moves it.</summary>
    public bool IsDynamic { get; init; }

    /// <summary>Whether it is not where it was written: it goes along a path, or a solver puts it where there is room.</summary>
    public bool IsPutElsewhere { get; init; }
}

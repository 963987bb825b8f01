using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.Scenes.Scenarios.Lights;

/// <summary>Lamps of one kind that a scenario adds.</summary>
/// <param name="Name">Of the lamp, or of the group.</param>
/// <param name="Light">What each of them is.</param>
/// <param name="Count">How many; null is one without a number.</param>
/// <param name="Position">Where the scenario says it.</param>
public sealed record LampGroup(string Name, Light Light, int? Count, SourcePosition Position) : AddedThings(Name, Count, Position)
{
    /// <summary>Which way they shine.</summary>
    public LampAim Aim { get; init; } = LampAim.Down;

    /// <summary>Their waveform where no rule of <c>lights</c> gives them another; null is steady.</summary>
    public PluginUse? Flicker { get; init; }
}

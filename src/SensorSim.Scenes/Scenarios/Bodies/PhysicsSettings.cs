using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Scenarios.Bodies;

/// <summary>How objects move by the laws of mechanics: which program computes it, and what it is told.</summary>
/// <param name="Backend">The plugin with its parameters.</param>
public sealed record PhysicsSettings(PluginUse Backend)
{
    /// <summary>Earth's, metres per second squared.</summary>
    public const double StandardGravity = 9.81;

    /// <summary>Steps of the simulation in a second, unless the scenario says otherwise.</summary>
    public const double DefaultRateHz = 1000;

    public double RateHz { get; init; } = DefaultRateHz;

    /// <summary>For how long everything may come to rest before the episode begins, seconds.</summary>
    public double SettleSeconds { get; init; }

    /// <summary>Downwards, metres per second squared.</summary>
    public double Gravity { get; init; } = StandardGravity;

    /// <summary>Of every body that has no properties of its own: its density is kilograms per cubic metre.</summary>
    public BodyProperties Everything { get; init; } = new() { Density = 500, Friction = 0.5, Restitution = 0 };

    /// <summary>Which objects move, and what is said of single ones.</summary>
    public IReadOnlyList<BodyRule> Bodies { get; init; } = [];

    /// <summary>Beyond which an episode is rejected.</summary>
    public PhysicsLimits Limits { get; init; } = new();

    /// <summary>Events that bodies feel.</summary>
    public IReadOnlyList<ScenarioEvent> Events { get; init; } = [];

    /// <summary>Name of the one that happens in this episode; null is none, or one that bodies do not feel.</summary>
    public string? Happening { get; init; }

    /// <summary>Object → what a sample drew for it.</summary>
    public IReadOnlyDictionary<string, BodyProperties> Drawn { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<string, BodyProperties>.Empty;

    /// <summary>How far its outcomes may be trusted, as somebody measured it: for provenance alone, it changes nothing.</summary>
    public JsonObject? Evidence { get; init; }

    /// <summary>Where the section was written.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>Where its keys were.</summary>
    public KeyPositions Keys { get; init; } = KeyPositions.None;
}

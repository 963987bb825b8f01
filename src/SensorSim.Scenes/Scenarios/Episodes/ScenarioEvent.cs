using SensorSim.Geometry;

namespace SensorSim.Scenes.Scenarios.Episodes;

/// <summary>Something that happens in one episode of a family and in none of the others.</summary>
/// <param name="Name">Unique among the events of a scenario.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Match">Pattern over the names of objects, or of lamps where these fail.</param>
/// <param name="AtSeconds">On the episode's clock.</param>
public sealed record ScenarioEvent(string Name, EventKind Kind, string Match, double AtSeconds)
{
    /// <summary>The draw that names the event of an episode.</summary>
    public const string Draw = "event";

    /// <summary>Its value where nothing happens.</summary>
    public const string None = "none";

    /// <summary>For an instant that no episode reaches, seconds.</summary>
    public const double Never = 1e9;

    /// <summary>Of <see cref="EventKind.Friction"/>: the coefficient from then on.</summary>
    public double Friction { get; init; }

    /// <summary>Of <see cref="EventKind.Push"/>, newton seconds.</summary>
    public double ImpulseNewtonSeconds { get; init; }

    /// <summary>Of <see cref="EventKind.Push"/>: which way, along world axes, of length 1.</summary>
    public Vector3d Direction { get; init; }

    /// <summary>Of <see cref="EventKind.Push"/>: where it hits, from the centre of mass along world axes, metres.</summary>
    public Vector3d PointMetres { get; init; }

    /// <summary>Of <see cref="EventKind.Delay"/>: for how long.</summary>
    public double DelaySeconds { get; init; }

    /// <summary>Where it was written.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>Where its pattern was written.</summary>
    public SourcePosition MatchPosition { get; init; }

    /// <summary>Whether bodies feel it, so that it needs physics.</summary>
    public bool IsPhysical => Kind is EventKind.Friction or EventKind.Push or EventKind.Drop or EventKind.GraspFails;
}

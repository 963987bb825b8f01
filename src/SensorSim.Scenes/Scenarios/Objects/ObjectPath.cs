using SensorSim.Geometry;

namespace SensorSim.Scenes.Scenarios.Objects;

/// <summary>How one object of the scene travels during every episode, at constant speed.</summary>
/// <param name="Thing">Name of the object.</param>
/// <param name="Position">Where the scenario says it.</param>
/// <param name="Key">Its path there: "paths[0]".</param>
public abstract record ObjectPath(string Thing, SourcePosition Position, string Key)
{
    /// <summary>Where the scenario says its keys.</summary>
    public KeyPositions Keys { get; init; } = KeyPositions.None;

    /// <summary>Metres per second.</summary>
    public double SpeedMetresPerSecond { get; init; } = 1;

    /// <summary>Whether the object's own +Z points along the way.</summary>
    public bool FacesAhead { get; init; }

    /// <summary>The attributes of <c>cousins.vary</c> that change it.</summary>
    public abstract IReadOnlyList<string> Varied { get; }

    /// <summary>From point to point.</summary>
    public sealed record Along(string Thing, SourcePosition Position, string Key) : ObjectPath(Thing, Position, Key)
    {
        /// <summary>Where the object's origin goes, world space, metres; two at least.</summary>
        public IReadOnlyList<Vector3d> Points { get; init; } = [];

        /// <summary>When it leaves the first point.</summary>
        public double StartSeconds { get; init; }

        public override IReadOnlyList<string> Varied => ["speed_m_s", "starts_at_s"];
    }

    /// <summary>Level and straight across the line from a camera to an object.</summary>
    public sealed record Between(string Thing, SourcePosition Position, string Key) : ObjectPath(Thing, Position, Key)
    {
        /// <summary>Name of a camera of the scenario.</summary>
        public string Camera { get; init; } = "";

        /// <summary>Name of the object that the camera sees behind it.</summary>
        public string Target { get; init; } = "";

        /// <summary>How far along that line it crosses: 0 at the camera, 1 at the target.</summary>
        public double Share { get; init; } = 0.5;

        /// <summary>From the line's direction on the ground, counter-clockwise as seen from above: 90 goes to the camera's left.</summary>
        public double HeadingDegrees { get; init; } = 90;

        /// <summary>When it crosses.</summary>
        public double PassSeconds { get; init; }

        /// <summary>Of the whole way, metres; it crosses in its middle.</summary>
        public double LengthMetres { get; init; } = 10;

        public override IReadOnlyList<string> Varied => ["speed_m_s", "passes_at_s"];
    }
}

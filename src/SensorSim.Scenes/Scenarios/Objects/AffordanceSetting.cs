using SensorSim.Geometry;

namespace SensorSim.Scenes.Scenarios.Objects;

/// <summary>What objects must go on allowing in every cousin.</summary>
/// <param name="Objects">A pattern over the names of objects.</param>
/// <param name="Position">Where it was written.</param>
/// <param name="Key">Its path there: "affordances[0]", "nodes[3].extras.affordances[0]".</param>
public abstract record AffordanceSetting(string Objects, SourcePosition Position, string Key)
{
    /// <summary>As it is written: "support".</summary>
    public abstract string Kind { get; }

    /// <summary>Things can be put on it.</summary>
    public sealed record Support(string Objects, SourcePosition Position, string Key) : AffordanceSetting(Objects, Position, Key)
    {
        public override string Kind => "support";

        /// <summary>How far from level its top may be, degrees.</summary>
        public double MaximumTiltDegrees { get; init; } = 5;

        /// <summary>So much of its top must be left; null is half of what it has at rest.</summary>
        public double? LeastSquareMetres { get; init; }
    }

    /// <summary>Things can be put into it from above.</summary>
    public sealed record Container(string Objects, SourcePosition Position, string Key) : AffordanceSetting(Objects, Position, Key)
    {
        public override string Kind => "container";

        /// <summary>How far it may be tilted from how it is at rest, degrees.</summary>
        public double MaximumTiltDegrees { get; init; } = 10;

        /// <summary>The share of its mouth over which nothing may be.</summary>
        public double OpenShare { get; init; } = 0.8;

        /// <summary>How far above its rim that counts, metres.</summary>
        public double ClearMetres { get; init; } = 0.3;
    }

    /// <summary>It can be taken by hand.</summary>
    public sealed record Handle(string Objects, SourcePosition Position, string Key) : AffordanceSetting(Objects, Position, Key)
    {
        public override string Kind => "handle";

        /// <summary>Where it is taken, in the object's node's space; null is the middle of its box.</summary>
        public Vector3d? At { get; init; }

        /// <summary>From there towards the hand, in the object's node's space.</summary>
        public Vector3d Approach { get; init; } = Vector3d.UnitY;

        /// <summary>How far from it towards the hand everything must be free, metres.</summary>
        public double ClearMetres { get; init; } = 0.1;

        /// <summary>From where it must be in reach, world space; null wherever it is.</summary>
        public Vector3d? ReachFrom { get; init; }

        /// <summary>From which of the scenario's cameras it must be in reach.</summary>
        public string? ReachFromCamera { get; init; }

        /// <summary>Nearest, metres.</summary>
        public double LeastMetres { get; init; }

        /// <summary>Farthest, metres.</summary>
        public double MostMetres { get; init; } = double.PositiveInfinity;
    }
}

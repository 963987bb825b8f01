using SensorSim.Scenes.Robots;

namespace SensorSim.Scenes.Scenarios.Joints;

/// <summary>What some joints do. Positions are radians and metres.</summary>
/// <param name="Match">A pattern over names of joints.</param>
/// <param name="Position">Where the scenario says it.</param>
/// <param name="Key">Its path there: "joints.moves[0]".</param>
public abstract record JointMove(string Match, SourcePosition Position, string Key)
{
    /// <summary>Stays where it is.</summary>
    /// <param name="At">Null is where the joint begins.</param>
    public sealed record Hold(string Match, SourcePosition Position, string Key, double? At) : JointMove(Match, Position, Key);

    /// <summary>Swings.</summary>
    public sealed record Sine(string Match, SourcePosition Position, string Key) : JointMove(Match, Position, Key)
    {
        /// <summary>To each side.</summary>
        public double Amplitude { get; init; }

        public double FrequencyHz { get; init; }

        /// <summary>At the episode's start; 0 begins in the middle, on the way up.</summary>
        public double PhaseDegrees { get; init; }

        /// <summary>The middle; null is where the joint begins.</summary>
        public double? Centre { get; init; }
    }

    /// <summary>Goes from one position to another with as little jerk as can be.</summary>
    public sealed record PointToPoint(string Match, SourcePosition Position, string Key) : JointMove(Match, Position, Key)
    {
        /// <summary>Null is where the joint begins.</summary>
        public double? From { get; init; }

        public double To { get; init; }

        public double StartSeconds { get; init; }

        public double DurationSeconds { get; init; } = 1;
    }

    /// <summary>Follows what was recorded.</summary>
    public sealed record Recorded(string Match, SourcePosition Position, string Key) : JointMove(Match, Position, Key)
    {
        /// <summary>As seen from the scenario's folder.</summary>
        public string File { get; init; } = "";

        /// <summary>Null before it is read.</summary>
        public JointTrajectory? Trajectory { get; init; }

        /// <summary>Whether the way between samples has no corners.</summary>
        public bool IsSmooth { get; init; }

        /// <summary>Of the recording's time 0 on the episode's clock.</summary>
        public double StartSeconds { get; init; }
    }

    /// <summary>Does what somebody showed, where a sample has its objects.</summary>
    public sealed record Demonstrated(string Match, SourcePosition Position, string Key) : JointMove(Match, Position, Key)
    {
        /// <summary>Positions of joints, or poses of the hand and positions of the joints beside its arm; poses of objects where it has them.</summary>
        public required Recorded Recording { get; init; }

        /// <summary>What episodes have as their parent.</summary>
        public required string Id { get; init; }

        /// <summary>The link that objects lead.</summary>
        public required string Hand { get; init; }

        /// <summary>Where <see cref="Hand"/> was written.</summary>
        public SourcePosition HandPosition { get; init; }

        /// <summary>One behind the other, at least one.</summary>
        public required IReadOnlyList<DemonstrationSegment> Segments { get; init; }

        /// <summary>No joint of the arm may go faster: rad/s, or m/s of a sliding one.</summary>
        public double SpeedLimit { get; init; } = Math.PI;
    }
}

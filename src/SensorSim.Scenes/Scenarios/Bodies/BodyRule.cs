using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.Scenes.Scenarios.Bodies;

/// <summary>What the scenario says about some objects as bodies.</summary>
/// <param name="Match">Pattern over the names of objects.</param>
/// <param name="Motion">Whether they move, and by what; null leaves it to the file, and what the file says nothing of stands still.</param>
/// <param name="Position">Where the pattern was written.</param>
public sealed record BodyRule(string Match, BodyMotion? Motion, SourcePosition Position)
{
    /// <summary>Where its keys were written.</summary>
    public KeyPositions Keys { get; init; } = KeyPositions.None;

    public BodyProperties Properties { get; init; }

    /// <summary>What stands for their surfaces; null leaves it to the file, and what the file says nothing of is <see cref="BodyShape.Pieces"/>.</summary>
    public BodyShape? Shape { get; init; }

    /// <summary>What holds them fast; null is nothing.</summary>
    public BodyHold? Hold { get; init; }

    /// <summary>When the episode begins, metres per second; null leaves it to the file.</summary>
    public Vector3d? Velocity { get; init; }

    /// <summary>About world axes when the episode begins, degrees per second; null leaves it to the file.</summary>
    public Vector3d? AngularVelocityDegrees { get; init; }
}

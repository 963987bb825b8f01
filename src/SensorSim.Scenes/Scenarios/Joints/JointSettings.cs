namespace SensorSim.Scenes.Scenarios.Joints;

/// <summary>How the joints of a scene's robots move during every episode.</summary>
/// <param name="Position">Where the section was written.</param>
public sealed record JointSettings(SourcePosition Position)
{
    /// <summary>The keyframe in which they begin; null is the pose of the file.</summary>
    public string? Start { get; init; }

    /// <summary>Where <see cref="Start"/> was written.</summary>
    public SourcePosition StartPosition { get; init; }

    public JointDriving Drive { get; init; }

    /// <summary>Of all servos, N m/rad or N/m; null takes what the model's actuators have.</summary>
    public double? Stiffness { get; init; }

    /// <summary>Of all servos beside the damping of the joint itself, N m s/rad or N s/m; null takes what the model's actuators have.</summary>
    public double? Damping { get; init; }

    /// <summary>Of whose pose and fingers records tell.</summary>
    public IReadOnlyList<HandSettings> Hands { get; init; } = [];

    /// <summary>What joints do; the first that matches a joint holds.</summary>
    public IReadOnlyList<JointMove> Moves { get; init; } = [];
}

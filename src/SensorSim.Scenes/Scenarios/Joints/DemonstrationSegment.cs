namespace SensorSim.Scenes.Scenarios.Joints;

/// <summary>A piece of a demonstration.</summary>
/// <param name="UntilSeconds">On the recording's clock; it begins where the one before ends.</param>
/// <param name="Object">What it is done to: the hand goes with it. Null is a way from one object to the next, or as it was shown at the end.</param>
/// <param name="Symmetry">How often the object looks the same in one turn about the vertical: the hand goes with the nearest look.</param>
/// <param name="Position">Where it was written.</param>
public sealed record DemonstrationSegment(double UntilSeconds, string? Object, int Symmetry, SourcePosition Position)
{
    /// <summary>In place of an object: what stays where it was shown.</summary>
    public const string World = "world";
}

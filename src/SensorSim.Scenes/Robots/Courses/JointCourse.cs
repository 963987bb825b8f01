namespace SensorSim.Scenes.Robots.Courses;

/// <summary>Where one joint is at any time, and how fast it goes.</summary>
internal abstract class JointCourse
{
    /// <summary>Whether it ever moves.</summary>
    public virtual bool Moves => true;

    /// <summary>Its position; on the episode's clock, as the joint's zero.</summary>
    public abstract IReadOnlyList<double> At(double seconds);

    /// <summary>Its change in a second: of a turn the angular velocity in the body's frame.</summary>
    public abstract IReadOnlyList<double> VelocityAt(double seconds);
}

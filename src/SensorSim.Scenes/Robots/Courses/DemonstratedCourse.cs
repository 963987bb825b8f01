using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Robots.Demonstrations;

namespace SensorSim.Scenes.Robots.Courses;

/// <summary>Follows a demonstration that is taken to where objects are when somebody looks at a later instant than its first.</summary>
/// <param name="joint">What moves.</param>
/// <param name="first">Where it begins.</param>
/// <param name="startSeconds">When the demonstration begins.</param>
/// <param name="adapted">The demonstration, without corners between its samples.</param>
internal sealed class DemonstratedCourse(ArticulatedJoint joint, double first, double startSeconds, Lazy<AdaptedDemonstration> adapted) : JointCourse
{
    private readonly Lazy<RecordedCourse> _course = new(() => new(
        joint, new("*", default, "") { Trajectory = adapted.Value.Trajectory, IsSmooth = true, StartSeconds = startSeconds }, JointColumns.Of(joint, adapted.Value.Trajectory)!));

    public override IReadOnlyList<double> At(double seconds) => seconds <= startSeconds ? [first] : _course.Value.At(seconds);

    public override IReadOnlyList<double> VelocityAt(double seconds) => seconds <= startSeconds ? [0] : _course.Value.VelocityAt(seconds);
}

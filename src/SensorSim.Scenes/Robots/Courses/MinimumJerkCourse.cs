using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots.Courses;

/// <summary>From one position to another: 10 s³ − 15 s⁴ + 6 s⁵ of the way, at rest and without acceleration at both ends (Flash and Hogan, 1985).</summary>
internal sealed class MinimumJerkCourse(JointMove.PointToPoint move, double from) : JointCourse
{
    public override IReadOnlyList<double> At(double seconds)
    {
        double s = Share(seconds);
        return [from + ((move.To - from) * s * s * s * (10 - (15 * s) + (6 * s * s)))];
    }

    public override IReadOnlyList<double> VelocityAt(double seconds)
    {
        double s = Share(seconds);
        return [(move.To - from) / move.DurationSeconds * 30 * s * s * (1 - s) * (1 - s)];
    }

    private double Share(double seconds) => Math.Clamp((seconds - move.StartSeconds) / move.DurationSeconds, 0, 1);
}

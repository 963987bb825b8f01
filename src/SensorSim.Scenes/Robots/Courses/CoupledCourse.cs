using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Robots.Courses;

/// <summary>Follows another joint by a polynomial; both count from their zero.</summary>
internal sealed class CoupledCourse(ArticulatedJoint joint, ArticulatedJoint leader, JointCourse of, IReadOnlyList<double> coefficients) : JointCourse
{
    public override bool Moves => of.Moves;

    public override IReadOnlyList<double> At(double seconds) => [joint.Zero[0] + Sum(of.At(seconds)[0] - leader.Zero[0], 0)];

    public override IReadOnlyList<double> VelocityAt(double seconds) => [Sum(of.At(seconds)[0] - leader.Zero[0], 1) * of.VelocityAt(seconds)[0]];

    // The polynomial, or its derivative.
    private double Sum(double x, int derivative)
    {
        double sum = 0;
        for (int i = coefficients.Count - 1; i >= derivative; i--)
        {
            sum = (sum * x) + (derivative == 0 ? coefficients[i] : i * coefficients[i]);
        }

        return sum;
    }
}

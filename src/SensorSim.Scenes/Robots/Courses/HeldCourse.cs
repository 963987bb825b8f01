using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Robots.Courses;

/// <summary>Stays.</summary>
internal sealed class HeldCourse(ArticulatedJoint joint, IReadOnlyList<double> position) : JointCourse
{
    private readonly double[] _rest = new double[joint.Freedoms];

    public override bool Moves => false;

    public override IReadOnlyList<double> At(double seconds) => position;

    public override IReadOnlyList<double> VelocityAt(double seconds) => _rest;
}

using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots.Courses;

/// <summary>Swings about a middle.</summary>
internal sealed class SineCourse(JointMove.Sine move, double centre) : JointCourse
{
    private readonly double _rate = 2 * Math.PI * move.FrequencyHz;
    private readonly double _phase = Math.PI / 180 * move.PhaseDegrees;

    public override IReadOnlyList<double> At(double seconds) => [centre + (move.Amplitude * Math.Sin((_rate * seconds) + _phase))];

    public override IReadOnlyList<double> VelocityAt(double seconds) => [move.Amplitude * _rate * Math.Cos((_rate * seconds) + _phase)];
}

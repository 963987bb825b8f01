using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Gltf.Extensions.RigidBodies;

/// <summary>Reads a joint's <c>drive</c>.</summary>
internal static class DriveReader
{
    public static JointDrive Read(JsonCursor at) => new(Word(at.Get("type"), "linear", "angular"), AxisLimits.Unit((int)at.Get("axis").Integer(0, 2)))
    {
        IsAcceleration = Word(at.Get("mode"), "force", "acceleration"),
        MaximumForce = NotNegative(at.Find("maxForce")),
        PositionTarget = at.Find("positionTarget")?.Number(),
        VelocityTarget = at.Find("velocityTarget")?.Number(),
        Stiffness = NotNegative(at.Find("stiffness")) ?? 0,
        Damping = NotNegative(at.Find("damping")) ?? 0,
    };

    // Whether it is the second.
    private static bool Word(JsonCursor at, string first, string second) => at.Text() is var word && (word == first || word == second)
        ? word == second
        : throw at.Error($"expected \"{first}\" or \"{second}\", found \"{word}\"; correct the value");

    private static double? NotNegative(JsonCursor? value) => value is null || value.Number() >= 0 ? value?.Number() : throw value.Error($"expected 0 or more, found {value.Number()}; correct the value");
}

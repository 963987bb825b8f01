using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.UnitTests.Physics;

/// <summary>Laws that every backend keeps, and every solver of it.</summary>
internal static class SlopeLaws
{
    /// <summary>Five degrees above the angle of friction a box slides with g (sin − μ cos), within a percent.</summary>
    public static void SlidesAboveTheAngleOfFriction(Func<WorldDescription, IPhysicsWorld> build, double friction)
    {
        double angle = Math.Atan(friction) + (5 * Math.PI / 180);
        using IPhysicsWorld world = build(Slope(friction, angle, out _));
        world.Run(0.2);
        double early = world.Body(1).LinearVelocity.Length;
        world.Run(0.8);
        double expected = TestWorlds.Gravity * (Math.Sin(angle) - (friction * Math.Cos(angle)));
        Assert.That((world.Body(1).LinearVelocity.Length - early) / 0.8, Is.EqualTo(expected).Within(1).Percent);
    }

    /// <summary>A box on a plane, not along its axes; the two surfaces together have the friction.</summary>
    /// <param name="friction">Of the pair.</param>
    /// <param name="angle">Of the slope, radians.</param>
    /// <param name="start">Where the box begins.</param>
    public static WorldDescription Slope(double friction, double angle, out Vector3d start)
    {
        var turn = Quaterniond.FromAxisAngle(new Vector3d(1, 0, 2).Normalized(), angle);
        start = turn.Rotate(new(0, 0.025, 0));
        return new() { Bodies = [TestWorlds.Floor(friction / 2, 0, turn), TestWorlds.Box("box", new(start, turn), new(0.3, 0.05, 0.3), friction * 2)] };
    }
}

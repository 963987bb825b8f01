using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Physics;

/// <summary>The solver that MuJoCo's worlds of many bodies have keeps the tolerances of docs/physics.md too.</summary>
public sealed class ConjugateGradientTests
{
    [TestCase(0.2)]
    [TestCase(0.5)]
    [TestCase(0.9)]
    public void ABox_HoldsBelowTheAngleOfFriction(double friction)
    {
        using IPhysicsWorld world = Build(SlopeLaws.Slope(friction, Math.Atan(friction) - (0.5 * Math.PI / 180), out Vector3d start));
        world.Run(1);
        TestContext.Out.WriteLine($"creeps {(world.Body(1).Pose.Position - start).Length * 1000:F3} mm");
        Assert.That((world.Body(1).Pose.Position - start).Length, Is.LessThan(0.5e-3));
    }

    [TestCase(0.2)]
    [TestCase(0.9)]
    public void ABox_SlidesAboveTheAngleOfFriction(double friction) => SlopeLaws.SlidesAboveTheAngleOfFriction(Build, friction);

    [Test]
    public void AStackOfTenBoxes_Stays()
    {
        BodyDescription[] boxes = [.. Enumerable.Range(0, 10).Select(i => TestWorlds.Cube(0, 0.05 + (0.1 * i)) with { Name = $"box{i}" })];
        using IPhysicsWorld world = Build(new() { Bodies = [TestWorlds.Floor(), .. boxes] });
        world.Run(10);
        double[] shifts = [.. boxes.Select((box, i) => (world.Body(i + 1).Pose.Position - box.Pose.Position).Length)];
        TestContext.Out.WriteLine($"furthest {shifts.Max() * 1000:F3} mm");
        Assert.That(shifts, Is.All.LessThan(2e-3));
    }

    private static IPhysicsWorld Build(WorldDescription description)
    {
        InstalledPlugin plugin = SensorBench.Catalog.Require("physics.mujoco");
        return ((PhysicsBackend)plugin.Instance).BuildWith(plugin.Schema.Bind(new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["solver"] = "cg" }).Parameters!, description);
    }
}

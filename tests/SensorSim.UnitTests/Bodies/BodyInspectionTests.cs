using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Bodies;

/// <summary>Who says what of a body.</summary>
public sealed class BodyInspectionTests
{
    [Test]
    public void EachValue_HasItsOrigin()
    {
        Scene scene = FileBodies.Read("""
            {"name":"file","mesh":0,@{"motion":{"mass":2,"inertiaDiagonal":[1,1,1]},"collider":{"geometry":{"shape":0},"physicsMaterial":0}}§},
            {"name":"filled","mesh":0,@{"motion":{},"collider":{"geometry":{"shape":0}}}§},
            {"name":"ruled","mesh":0},
            {"name":"ghost","mesh":0},
            {"name":"wall","mesh":0,@{"collider":{"geometry":{"mesh":0}}}§}
            """, """{"type":"box","box":{"size":[1,2,1]}}""", """{"dynamicFriction":0.3,"staticFriction":0.3}""");
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("physics: { backend: mujoco, bodies: [{ match: ruled, motion: dynamic, mass_kg: 4, friction: 0.1 }, { match: filled, shape: hull }] }"));

        InspectedWorld world = new CousinWorlds(scene, scenario.Physics!).Inspect(new CousinSampler(scenario, scene, 7).Sample(0));

        var bodies = world.Bodies.ToDictionary(body => body.Description.Name, StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(Origins(bodies["file"]), Is.EqualTo((ValueOrigin.File, ValueOrigin.File, ValueOrigin.File, ValueOrigin.File, ValueOrigin.File)));
            Assert.That(Origins(bodies["filled"]), Is.EqualTo((ValueOrigin.Scenario, ValueOrigin.Geometry, ValueOrigin.Geometry, ValueOrigin.Everything, ValueOrigin.Everything)));
            Assert.That(Origins(bodies["ruled"]), Is.EqualTo((ValueOrigin.Geometry, ValueOrigin.Scenario, ValueOrigin.Geometry, ValueOrigin.Scenario, ValueOrigin.Everything)));
            Assert.That(world.Untouchable, Is.EqualTo(new[] { "ghost" }));
            Assert.That(bodies["file"].VolumeCubicMetres, Is.EqualTo(2).Within(1e-9), "of its colliders");
            Assert.That(bodies["ruled"].VolumeCubicMetres, Is.EqualTo(1).Within(1e-6), "of its surface");
            Assert.That(bodies["wall"].Description.Motion, Is.EqualTo(BodyMotion.Static));
            Assert.That(bodies.Values.Select(body => body.IsOpen), Is.All.False);
        });
    }

    [Test]
    public void ASurfaceWithHoles_IsOpen()
    {
        Scene scene = Gltf.TestGltf.Triangle().Read();
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("physics: { backend: mujoco, bodies: [{ match: \"*\", motion: dynamic }] }"));
        InspectedBody body = new CousinWorlds(scene, scenario.Physics!).Inspect(new CousinSampler(scenario, scene, 7).Sample(0)).Bodies.Single();
        Assert.That(body.IsOpen, Is.True);
        Assert.That(body.VolumeCubicMetres, Is.EqualTo(0).Within(1e-3), "a sheet as thin as convex pieces are");
    }

    private static (ValueOrigin, ValueOrigin, ValueOrigin, ValueOrigin, ValueOrigin) Origins(InspectedBody body) => (body.Shape, body.Mass, body.Inertia, body.Friction, body.Restitution);
}

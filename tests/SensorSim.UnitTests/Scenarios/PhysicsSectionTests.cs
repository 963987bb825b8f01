using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.UnitTests.Scenarios;

public sealed class PhysicsSectionTests
{
    [Test]
    public void A_Backend_And_What_Moves_Are_Enough()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("physics: { backend: mujoco, bodies: [{ match: \"box_*\", motion: dynamic }] }"));

        PhysicsSettings physics = scenario.Physics!;
        Assert.Multiple(() =>
        {
            Assert.That(physics.Backend.Use, Is.EqualTo("physics.mujoco"));
            Assert.That(physics.Gravity, Is.EqualTo(9.81));
            Assert.That(physics.RateHz, Is.EqualTo(1000));
            Assert.That(physics.Bodies, Is.EqualTo(new[] { new BodyRule("box_*", BodyMotion.Dynamic, physics.Bodies[0].Position) { Keys = physics.Bodies[0].Keys } }));
            Assert.That(scenario.Episode, Is.EqualTo(EpisodeSettings.Still));
            Assert.That(scenario.Cousins.Vary, Is.Empty);
        });
    }

    [TestCase("mujoco", "physics.mujoco")]
    [TestCase("physics.mujoco", "physics.mujoco")]
    [TestCase("my.balls", "my.balls")]
    [TestCase("{ use: my.balls, rounds: 3 }", "my.balls")]
    public void A_Backend_Of_One_Word_Is_One_Of_Physics(string backend, string id) =>
        Assert.That(ScenarioText.Valid(ScenarioText.With($"physics: {{ backend: {backend}, bodies: [{{ match: \"box_*\", motion: dynamic }}] }}")).Physics!.Backend.Use, Is.EqualTo(id));

    [Test]
    public void Every_Key_Has_Its_Effect()
    {
        PhysicsSettings physics = ScenarioText.Valid(ScenarioText.With("""
            physics:
              backend: { use: ode, iterations: 30 }
              rate_hz: 500
              settle_s: 0.5
              gravity_m_s2: 1.62
              density_kg_m3: 700
              friction: 0.3
              restitution: 0.1
              bodies:
                - { match: ball, motion: dynamic, shape: sphere, mass_kg: 2, friction: 0.9, restitution: 1, velocity_m_s: [1, 2, 3], angular_velocity_deg_s: [0, 90, 0] }
            """)).Physics!;

        BodyRule ball = physics.Bodies[0];
        Assert.Multiple(() =>
        {
            Assert.That(physics.Backend.Use, Is.EqualTo("physics.ode"));
            Assert.That(physics.Backend.Parameters["iterations"]!.GetValue<long>(), Is.EqualTo(30));
            Assert.That((physics.RateHz, physics.SettleSeconds, physics.Gravity), Is.EqualTo((500.0, 0.5, 1.62)));
            Assert.That(physics.Everything, Is.EqualTo(new BodyProperties { Density = 700, Friction = 0.3, Restitution = 0.1 }));
            Assert.That(ball.Properties, Is.EqualTo(new BodyProperties { MassKg = 2, Friction = 0.9, Restitution = 1 }));
            Assert.That(ball.Shape, Is.EqualTo(BodyShape.Sphere));
            Assert.That((ball.Velocity, ball.AngularVelocityDegrees), Is.EqualTo((new Vector3d(1, 2, 3), new Vector3d(0, 90, 0))));
        });
    }

    [Test]
    public void A_Distribution_In_Place_Of_A_Number_Is_A_Draw()
    {
        Scenario scenario = ScenarioText.Valid(ScenarioText.With("physics: { backend: mujoco, duration_s: 2, friction: { uniform: [0.05, 0.9] }, bodies: [{ match: \"*\", motion: dynamic }] }"));

        VaryRule draw = scenario.Cousins.Vary.Single();
        Assert.That((draw.Key, draw.Path), Is.EqualTo(("physics.friction", "physics.friction")));
        Assert.That(scenario.Episode, Is.EqualTo(new EpisodeSettings(60, 30)));
    }

    [Test]
    public void A_Body_Has_Its_Own_Properties_Before_General_Ones()
    {
        var general = new BodyProperties { MassKg = 1, Friction = 0.5, Restitution = 0.2 };

        Assert.Multiple(() =>
        {
            Assert.That(new BodyProperties { Friction = 0.9 }.Or(general), Is.EqualTo(new BodyProperties { MassKg = 1, Friction = 0.9, Restitution = 0.2 }));
            Assert.That(new BodyProperties { Density = 700 }.Or(general).MassKg, Is.Null, "a density of its own goes before a mass of all");
        });
    }

    [TestCase("physics: { bodies: [] }", "12:10: physics.backend: the key is missing; expected a backend's name, or { use: NAME, parameter: value, … }")]
    [TestCase("physics: { backend: ode, gravity: 9.8 }", "12:26: physics.gravity: the key is unknown; expected one of backend, duration_s, rate_hz, settle_s, penetration_limit_m, energy_limit, gravity_m_s2, density_kg_m3, friction, restitution, bodies; did you mean 'gravity_m_s2'?")]
    [TestCase("physics: { backend: ode, friction: -1 }", "12:36: physics.friction: there is '-1'; expected values from 0 to 10 (coefficient of dry friction)")]
    [TestCase("physics: { backend: ode, restitution: { uniform: [0, 2] } }", "12:39: physics.restitution: a draw could be something else than is allowed here; expected values from 0 to 1 (share of its speed with which a body comes back from a hit)")]
    [TestCase("physics: { backend: ode, duration_s: 1 }\nepisode: { steps: 3 }", "12:38: physics.duration_s: there is also an 'episode', which says how long it lasts; expected one of both")]
    [TestCase("physics: { backend: ode, bodies: [{ match: a, motion: dynamic, mass_kg: 1, density_kg_m3: 2 }] }", "12:76: physics.bodies[0].density_kg_m3: there is also 'mass_kg'; expected one of them")]
    [TestCase("physics: { backend: ode, bodies: [{ match: a, mass_kg: 1 }] }", "12:47: physics.bodies[0].mass_kg: it means nothing without 'motion'; expected 'motion' beside it")]
    [TestCase("physics: { backend: ode, bodies: [{ match: a, motion: static, mass_kg: 1 }] }", "12:72: physics.bodies[0].mass_kg: it means nothing for what is static; expected motion: dynamic beside it")]
    [TestCase("physics: { backend: ode, bodies: [{ match: a, motion: dynamic, mass_kg: 0 }] }", "12:73: physics.bodies[0].mass_kg: there is '0'; expected a number from 0.000001 to 1000000 (kilograms)")]
    [TestCase("physics: { backend: ode, bodies: [{ match: a, motion: dynamic, shape: none }] }", "12:71: physics.bodies[0].shape: what moves by forces touches others; expected another shape, or no motion")]
    [TestCase("physics: { backend: ode, bodies: [{ match: a, motion: dinamic }] }", "12:55: physics.bodies[0].motion: there is 'dinamic'; expected one of dynamic, static, kinematic; did you mean 'dynamic'?")]
    [TestCase("cousins: { vary: { physics.friction: [0.1] } }", "12:20: cousins.vary[\"physics.friction\"]: there is no physics to vary; expected a block such as physics: { backend: mujoco, bodies: [{ match: \"box_*\", motion: dynamic }] } in the scenario")]
    [TestCase("cousins: { vary: { objects.box.mass_kg: [1, 2] } }", "12:20: cousins.vary[\"objects.box.mass_kg\"]: there is no physics to vary; expected a block such as physics: { backend: mujoco, bodies: [{ match: \"box_*\", motion: dynamic }] } in the scenario")]
    public void A_Mistake_Is_Named_Where_It_Is(string lines, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With(lines)), Does.Contain($"aisle.yaml:{expected}"));
}

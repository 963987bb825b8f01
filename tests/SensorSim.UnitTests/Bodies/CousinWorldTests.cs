using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Bodies;

public sealed class CousinWorldTests
{
    private static readonly Lazy<Scene> s_lab = new(() => SceneLibrary.Read("builtin:drop-test").Scene);

    private static string Scenario(string body, string rest = "") =>
        ScenarioText.With($"physics: {{ backend: ode, density_kg_m3: 800, friction: 0.4, bodies: [{body}] }}\n{rest}").Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal);

    private static (CousinWorld World, SceneInstance Cousin) WorldOf(string yaml)
    {
        Scenario scenario = ScenarioText.Valid(yaml);
        SceneInstance cousin = new CousinSampler(scenario, s_lab.Value, 7).Sample(0);
        return (new CousinWorlds(s_lab.Value, scenario.Physics!).Of(cousin, 100), cousin);
    }

    [Test]
    public void A_Ball_Is_A_Ball_In_A_World_That_Can_Be_Built()
    {
        (CousinWorld world, _) = WorldOf(Scenario("{ match: ball_1, motion: dynamic, shape: sphere, velocity_m_s: [1, 0, 0], angular_velocity_deg_s: [0, 180, 0] }"));

        BodyDescription ball = world.Description.Bodies[world.Dynamic.Single().Body];
        double radius = ((SphereCollider)ball.Colliders.Single()).Radius;
        Assert.Multiple(() =>
        {
            Assert.That(world.Description.Problems(), Is.Empty);
            Assert.That(ball.Name, Is.EqualTo("ball_1"));
            Assert.That(radius, Is.EqualTo(0.05).Within(1e-7));
            Assert.That(ball.Pose.Position, Is.EqualTo(new Vector3d(0, 2, 0)));
            Assert.That(ball.Mass!.Kilograms, Is.EqualTo(800 * 4.0 / 3 * Math.PI * Math.Pow(radius, 3)).Within(1e-9));
            Assert.That(ball.Surface.Friction, Is.EqualTo(0.4));
            Assert.That(world.Dynamic[0].AngularVelocity.Y, Is.EqualTo(Math.PI).Within(1e-12));
            Assert.That(world.Description.Gravity, Is.EqualTo(new Vector3d(0, -9.81, 0)));
        });
    }

    // 48 by 32 faces lie inside their ball.
    [TestCase("pieces", 1.5)]
    [TestCase("hull", 1.5)]
    [TestCase("sphere", 1e-3)]
    public void The_Inertia_Of_A_Round_Body_Is_That_Of_A_Ball(string shape, double percent)
    {
        (CousinWorld world, _) = WorldOf(Scenario($"{{ match: ball_1, motion: dynamic, mass_kg: 2, shape: {shape} }}"));

        MassDescription mass = world.Description.Bodies[world.Dynamic[0].Body].Mass!;
        double ball = 0.4 * 2 * 0.05 * 0.05;
        Assert.Multiple(() =>
        {
            Assert.That(mass.Kilograms, Is.EqualTo(2));
            Assert.That(mass.Centre.Length, Is.LessThan(1e-3));
            Assert.That(new[] { mass.Moments.X, mass.Moments.Y, mass.Moments.Z }, Is.All.EqualTo(ball).Within(percent).Percent);
        });
    }

    [Test]
    public void A_Board_Is_As_Hard_To_Turn_As_Its_Box()
    {
        (CousinWorld world, _) = WorldOf(Scenario("{ match: board_1, motion: dynamic, mass_kg: 3, shape: hull }"));

        MassDescription mass = world.Description.Bodies[world.Dynamic[0].Body].Mass!;
        Vector3d box = MassDescription.OfBox(3, new(0.6, 2.2, 0.02)).Moments;
        Assert.That(new[] { mass.Moments.X, mass.Moments.Y, mass.Moments.Z }.Order(), Is.EqualTo(new[] { box.X, box.Y, box.Z }.Order()).Within(3).Percent);
    }

    [Test]
    public void Draws_Go_Before_What_Is_Written()
    {
        string vary = "cousins: { vary: { physics.gravity_m_s2: [1.62], physics.friction: [0.2], objects.ball_1.mass_kg: [5], objects.floor_1.friction: [0.9] } }";
        (CousinWorld world, SceneInstance cousin) = WorldOf(Scenario("{ match: ball_1, motion: dynamic, mass_kg: 2 }", vary));

        BodyDescription Body(string name) => world.Description.Bodies.Single(body => body.Name == name);
        Assert.Multiple(() =>
        {
            Assert.That(world.Description.Gravity.Y, Is.EqualTo(-1.62));
            Assert.That(Body("ball_1").Mass!.Kilograms, Is.EqualTo(5));
            Assert.That(Body("ball_1").Surface.Friction, Is.EqualTo(0.2));
            Assert.That(Body("floor_1").Surface.Friction, Is.EqualTo(0.9));
            Assert.That(Body("floor_1").Motion, Is.EqualTo(BodyMotion.Static));
            Assert.That(cousin.Draws.Keys, Is.EquivalentTo(new[] { "physics.gravity_m_s2", "physics.friction", "objects.ball_1.mass_kg", "objects.floor_1.friction" }));
        });
    }

    private static TrackStep StepAt(Vector3d place) => new([new(new(place, Quaterniond.Identity), place, Vector3d.Zero, Vector3d.Zero)], []);

    [Test]
    public void What_A_Simulation_Moves_Is_Where_It_Has_It()
    {
        (CousinWorld world, SceneInstance cousin) = WorldOf(Scenario("{ match: ball_1, motion: dynamic }"));
        var track = new BodyTrack(1, 1);
        track.Add(StepAt(new(0, 2, 0)));
        track.Add(StepAt(new(1, 0, 0)));

        var motion = new SimulatedMotion(cousin.Motion!, new(world.Dynamic, [], track, null));

        int ball = world.Dynamic[0].Node, board = SceneNames.Of(s_lab.Value).Objects.First(thing => thing.Name == "board_1").Node;
        Assert.Multiple(() =>
        {
            Assert.That(motion.At(0.5).NodeToWorld[ball].Translation, Is.EqualTo(new Vector3d(0.5, 1, 0)));
            Assert.That(motion.At(0.5).NodeToWorld[board], Is.EqualTo(cousin.NodeToWorld[board]));
            Assert.That(motion.MovingNodes, Is.EquivalentTo(new[] { ball }));
        });
    }

    [TestCase("{ match: bal_1, motion: dynamic }", "physics.bodies[0].match: no object of the scene matches 'bal_1'")]
    [TestCase("{ match: ball_1 }", "physics.bodies: nothing moves")]
    [TestCase("{ match: \"ball*\", motion: dynamic }, { match: ball_1, friction: 1 }", "physics.bodies[1].match: 'ball_1' already has the entry at aisle.yaml:12:79")]
    public void What_Does_Not_Fit_The_Scene_Is_Named(string bodies, string expected) => Assert.That(
        SceneBinding.Of(ScenarioText.Valid(Scenario(bodies)), s_lab.Value).Errors.Select(ScenarioText.Line), Has.Some.Contains(expected));
}

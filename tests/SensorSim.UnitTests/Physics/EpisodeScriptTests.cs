using SensorSim.Geometry;
using SensorSim.Hosting.Physics;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios.Bodies;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.UnitTests.Physics;

/// <summary>What is done to bodies, and at the beginning of which step.</summary>
public sealed class EpisodeScriptTests
{
    private static readonly WorldDescription s_world = new()
    {
        Bodies =
        [
            new() { Name = "cup", Motion = BodyMotion.Dynamic, Pose = new(new(0, 1, 0), Quaterniond.Identity), Colliders = [new SphereCollider(0.1)], Mass = new() { Kilograms = 1, Moments = new(0.01, 0.01, 0.01) } },
            new() { Name = "floor", Motion = BodyMotion.Static, Pose = Pose.Identity, Colliders = [new SphereCollider(0.1)] },
        ],
        Joints = [new() { Name = BodyHold.JointOf("cup"), Type = JointType.Fixed, Child = "cup", Releasable = true }],
    };

    private static string[] CallsOf(BodyHold? hold, ScenarioEvent? happens)
    {
        var settings = new PhysicsSettings(new PluginUse("physics.ode", new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(StringComparer.Ordinal)))
        {
            RateHz = 100,
            Events = happens is null ? [] : [happens],
            Happening = happens?.Name,
        };
        var world = new ToldWorld(hold is null ? s_world with { Joints = [] } : s_world);
        var script = EpisodeScript.Of(settings, new(Box.Empty, 1, world.Description, [new BodyNode(0, "cup", 0, [], Matrix4x4d.Identity) { Hold = hold }], []));
        for (long step = 0; step < 400; step++)
        {
            int before = world.Calls.Count;
            Assert.That(script.Do(world, step), Is.EqualTo(world.Calls.Count > before));
            for (int call = before; call < world.Calls.Count; call++)
            {
                world.Calls[call] = $"{step}: {world.Calls[call]}";
            }
        }

        return [.. world.Calls];
    }

    private static ScenarioEvent Event(EventKind kind, double at) => new("it", kind, "cup", at);

    [Test]
    public void A_Hand_Takes_Hold_And_Lets_Go() => Assert.That(CallsOf(new(null, 0.5, 2), null), Is.EqualTo(new[] { "50: joint 0 holds", "200: joint 0 lets go" }));

    [Test]
    public void What_Is_Held_From_The_Beginning_Is_Dropped_Sooner() => Assert.That(CallsOf(new(null, 0, 2), Event(EventKind.Drop, 0.305)), Is.EqualTo(new[] { "31: joint 0 lets go" }));

    [Test]
    public void A_Grasp_That_Fails_Never_Holds() => Assert.That(CallsOf(new(null, 0.5, 2), Event(EventKind.GraspFails, 0.4)), Is.Empty);

    [Test]
    public void A_Grasp_That_Fails_Later_Has_Held_Before() => Assert.That(CallsOf(new(null, 0.5, 2), Event(EventKind.GraspFails, 0.6)), Is.EqualTo(new[] { "50: joint 0 holds", "200: joint 0 lets go" }));

    [Test]
    public void A_Push_Hits_Beside_The_Centre() =>
        Assert.That(CallsOf(null, Event(EventKind.Push, 0.5) with { ImpulseNewtonSeconds = 2, Direction = Vector3d.UnitX, PointMetres = new(0, 0.1, 0) }), Is.EqualTo(new[] { "50: impulse 0 2 0 0 at 0 1.1 0" }));

    [Test]
    public void Friction_Changes_On_What_Matches() => Assert.That(CallsOf(null, new ScenarioEvent("it", EventKind.Friction, "flo*", 0.1) { Friction = 0.02 }), Is.EqualTo(new[] { "10: friction 1 0.02" }));
}

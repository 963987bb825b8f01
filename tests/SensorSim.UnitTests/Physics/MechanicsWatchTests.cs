using SensorSim.Geometry;
using SensorSim.Hosting.Physics;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.UnitTests.Physics;

public sealed class MechanicsWatchTests
{
    private const double Step = 0.001;

    private static readonly PhysicsLimits s_limits = new(0.01, 0.05);

    // A kilogram in the air, and something that an animation carries.
    private static ToldWorld World() => new(new()
    {
        Gravity = new(0, -10, 0),
        StepSeconds = Step,
        Bodies =
        [
            new() { Name = "ball", Motion = BodyMotion.Dynamic, Pose = new(new(0, 2, 0), Quaterniond.Identity), Colliders = [new SphereCollider(0.1)], Mass = new() { Kilograms = 1, Moments = new(0.01, 0.01, 0.01) } },
            new() { Name = "bat", Motion = BodyMotion.Kinematic, Pose = Pose.Identity, Colliders = [new SphereCollider(0.1)] },
        ],
    });

    private static MechanicsWatch WatchOf(ToldWorld world) => new(world, [new BodyNode(0, "ball", 0, [], Matrix4x4d.Identity) { ThicknessMetres = 0.2 }], s_limits);

    private static void Put(ToldWorld world, double height, double speed) => world.States[0] = new(new(new(0, height, 0), Quaterniond.Identity), new(0, height, 0), new(0, speed, 0), Vector3d.Zero);

    [Test]
    public void A_Fall_And_A_Bounce_That_Gives_Back_What_It_Took_Are_Mechanics()
    {
        ToldWorld world = World();
        MechanicsWatch watch = WatchOf(world);

        for (int step = 1; step < 1200; step++)
        {
            // Down from 2 m in 0.6 s to 0.2 m; there a spring holds it for 20 ms; then up again.
            double t = step * Step, fall = Math.Min(t, 0.6), rise = Math.Max(0, t - 0.62);
            bool isPressed = t is > 0.6 and < 0.62;
            Put(world, 2 - (5 * fall * fall) + (rise > 0 ? (6 * rise) - (5 * rise * rise) : 0), isPressed ? 0 : rise > 0 ? 6 - (10 * rise) : -10 * fall);
            Assert.That(watch.Look([], hasCause: false), Is.Null, $"{t}");
        }
    }

    [Test]
    public void Energy_From_Nowhere_Is_Told()
    {
        ToldWorld world = World();
        MechanicsWatch watch = WatchOf(world);
        Put(world, 1, -Math.Sqrt(20));
        Assert.That(watch.Look([], hasCause: false), Is.Null);

        Put(world, 1, -5);

        // 12.5 J in place of 10 J, and a twentieth of 12.5 J and 5 mm of lift are allowed.
        Assert.That(watch.Look([], hasCause: false), Is.EqualTo("energy comes from nowhere: 2.5 J more than there were, and at most 0.675 J are allowed"));
    }

    [Test]
    public void Energy_That_Comes_Slowly_Is_Told_Too()
    {
        ToldWorld world = World();
        MechanicsWatch watch = WatchOf(world);
        string? told = null;

        for (int step = 1; step < 4000 && told is null; step++)
        {
            Put(world, 2, Math.Sqrt(step * 0.001));
            told = watch.Look([], hasCause: false);
        }

        Assert.That(told, Does.StartWith("energy comes from nowhere"));
    }

    [Test]
    public void What_Acts_From_Outside_Is_A_Cause()
    {
        ToldWorld world = World();
        MechanicsWatch watch = WatchOf(world);

        Put(world, 2, 5);
        Assert.That(watch.Look([], hasCause: true), Is.Null);
        Assert.That(watch.Look([], hasCause: false), Is.Null);
    }

    [Test]
    public void A_Bat_Does_Work_By_Its_Impulse()
    {
        ToldWorld world = World();
        MechanicsWatch watch = WatchOf(world);
        world.States[1] = world.States[1] with { LinearVelocity = new(0, 5, 0) };

        // A ball at rest that leaves at twice the bat's speed: the impulse is 10 N s, the work 50 J.
        Put(world, 2, 10);
        Assert.That(watch.Look([new(0, 1, new(0, 2, 0), -Vector3d.UnitY, new(0, -10, 0), 0)], hasCause: false), Is.Null);
        Put(world, 2, 11);
        Assert.That(watch.Look([], hasCause: false), Does.StartWith("energy comes from nowhere: 10.5 J"));
    }

    [Test]
    public void Bodies_Deep_In_Each_Other_Are_Told()
    {
        ToldWorld world = World();

        Assert.That(WatchOf(world).Look([new(0, 1, Vector3d.Zero, Vector3d.UnitY, Vector3d.Zero, 0.0123)], hasCause: false), Is.EqualTo("ball and bat are 0.0123 m inside each other, more than 0.01 m"));
    }

    // The ball is 0.2 m thick: 0.7 m inside it is no depth that anything can have.
    [Test]
    public void Deeper_Than_Its_Half_Is_No_Number() =>
        Assert.That(WatchOf(World()).Look([new(0, 1, Vector3d.Zero, Vector3d.UnitY, Vector3d.Zero, 0.7)], hasCause: false), Is.EqualTo("ball and bat are more than 0.1 m (half of ball) inside each other, more than 0.01 m"));

    [Test]
    public void What_Could_Pass_Through_A_Wall_Is_Told()
    {
        ToldWorld world = World();
        MechanicsWatch watch = WatchOf(world);
        Put(world, 2, -250);

        Assert.That(watch.Look([], hasCause: true), Is.EqualTo("ball goes 0.25 m in one step and may pass through others; a higher rate_hz is needed"));
    }
}

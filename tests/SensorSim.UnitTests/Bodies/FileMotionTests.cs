using System.Globalization;
using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.UnitTests.Physics;

namespace SensorSim.UnitTests.Bodies;

/// <summary>What a file has as bodies moves as it should, with each backend.</summary>
[TestFixtureSource(typeof(TestWorlds), nameof(TestWorlds.Backends))]
public sealed class FileMotionTests(string backend)
{
    private const string Hinge = """{"limits":[{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0,1],"max":0},{"angularAxes":[2],"min":-1,"max":0.8}]}""";

    // The joint at the pivot, or at the bob, whose angle then counts the other way: 0.2 rad from its zero as the episode begins.
    [TestCase("@{\"joint\":{\"joint\":0,\"connectedNode\":2}}§,", "", -1.2, 0.6)]
    [TestCase("", ",@{\"joint\":{\"joint\":0,\"connectedNode\":0}}§", -1.0, 0.8)]
    public void APendulum_HasItsPeriod(string atPivot, string atBob, double lower, double upper)
    {
        const double amplitude = 0.2;
        (double sin, double cos) = Math.SinCos(amplitude / 2);
        CousinWorld world = FileBodies.World(FileBodies.Read(FormattableString.Invariant($$$"""
            {{{{atPivot}}}"name":"pivot","translation":[0,2,0]},
            {"name":"bob","mesh":0,"scale":[0.1,0.1,0.1],"translation":[{{{Math.Sin(amplitude)}}},{{{2 - Math.Cos(amplitude)}}},0],"rotation":[0,0,{{{sin}}},{{{cos}}}],"children":[2],
             @{"motion":{"mass":1,"inertiaDiagonal":[0.001,0.001,0.001]}}§},
            {"name":"eye","translation":[0,10,0]{{{atBob}}}}
            """), joints: Hinge));
        JointDescription joint = world.Description.Joints.Single();
        Assert.That((joint.Child, joint.Parent, joint.Type, joint.Releasable), Is.EqualTo(("bob", (string?)null, JointType.Revolute, false)));
        Assert.That(new[] { joint.Lower!.Value, joint.Upper!.Value }, Is.EqualTo(new[] { lower, upper }).Within(1e-6));

        using IPhysicsWorld run = TestWorlds.Build(backend, world.Description with { Bodies = [.. world.Description.Bodies.Where(body => body.Name == "bob").Select(body => body with { Colliders = [] })] });
        var passes = new List<double>();
        double before = 1;
        while (run.TimeSeconds < 8)
        {
            run.Step();
            double x = run.Body(0).Pose.Position.X;
            if (before < 0 && x >= 0) passes.Add(run.TimeSeconds - (x / run.Body(0).LinearVelocity.X));
            before = x;
        }

        double period = Math.Tau * Math.Sqrt((1 + 0.001) / TestWorlds.Gravity) * (1 + (amplitude * amplitude / 16));
        Assert.That((passes[^1] - passes[0]) / (passes.Count - 1), Is.EqualTo(period).Within(0.05).Percent);
    }

    [Test]
    public void TwoBoxesOnASlope_SlideAndHoldByTheirFriction()
    {
        const double angle = 20 * Math.PI / 180;
        (double sin, double cos) = Math.SinCos(-angle / 2);
        CousinWorld world = FileBodies.World(FileBodies.Read(FormattableString.Invariant($$$"""
            {"name":"slope","rotation":[0,0,{{{sin}}},{{{cos}}}],"children":[1,2],@{"collider":{"geometry":{"shape":0},"physicsMaterial":0}}§},
            {"name":"slides","translation":[0,0.1,-1],@{"motion":{},"collider":{"geometry":{"shape":1},"physicsMaterial":1}}§},
            {"name":"holds","translation":[0,0.1,1],@{"motion":{},"collider":{"geometry":{"shape":1},"physicsMaterial":2}}§}
            """), """{"type":"plane"},{"type":"box","box":{"size":[0.4,0.2,0.4]}}""", Surface(0.4) + "," + Surface(0.1) + "," + Surface(0.9)));
        using IPhysicsWorld run = TestWorlds.Build(backend, world.Description);
        Vector3d[] start = [.. world.Dynamic.Select(body => run.Body(body.Body).Pose.Position)];
        run.Run(1);
        double[] way = [.. world.Dynamic.Select((body, i) => (run.Body(body.Body).Pose.Position - start[i]).Length)];
        double wanted = 0.5 * TestWorlds.Gravity * (Math.Sin(angle) - (Math.Sqrt(0.4 * 0.1) * Math.Cos(angle)));
        Assert.That(world.Dynamic.Select(body => body.Name), Is.EqualTo(new[] { "slides", "holds" }));
        Assert.That(way[0], Is.EqualTo(wanted).Within(1).Percent);
        Assert.That(way[1], Is.LessThan(1e-3));
    }

    [Test]
    public void AnImplicitBall_ComesToRestOnAnImplicitFloor()
    {
        CousinWorld world = FileBodies.World(FileBodies.Read("""
            {"name":"floor",@{"collider":{"geometry":{"shape":0}}}§},
            {"name":"ball","translation":[0,1,0],@{"motion":{"linearVelocity":[0,-1,0]},"collider":{"geometry":{"shape":1}}}§}
            """, """{"type":"plane"},{"type":"sphere","sphere":{"radius":0.2}}"""));
        using IPhysicsWorld run = TestWorlds.Build(backend, world.Description);
        int ball = world.Dynamic.Single().Body;
        run.SetVelocity(ball, world.Dynamic[0].Velocity, world.Dynamic[0].AngularVelocity);
        run.Run(0.2);
        Assert.That(run.Body(ball).Pose.Position.Y, Is.EqualTo(1 - 0.2 - (0.5 * TestWorlds.Gravity * 0.04)).Within(1e-9), "falls as its velocity and gravity have it");
        run.Run(1.8);
        Assert.That(run.Body(ball).Pose.Position.Y, Is.EqualTo(0.2).Within(1e-3));
    }

    // Each joint lies at one of its two bodies: towards what stands, or away from it.
    [TestCase(true)]
    [TestCase(false)]
    public void AChain_HangsTogetherWhicheverWayItsJointsPoint(bool isDownwards)
    {
        const string ball = """{"limits":[{"linearAxes":[0,1,2],"max":0}]}""";
        string Link(int i)
        {
            string head = isDownwards ? "" : Joint(3 * i), tail = isDownwards && i < 2 ? Joint((3 * i) + 5) : "";
            return FormattableString.Invariant($$$$$"""
                {"name":"link{{{{{i}}}}}","translation":[{{{{{0.2 + (0.4 * i)}}}}},2,0],"children":[{{{{{(3 * i) + 2}}}}},{{{{{(3 * i) + 3}}}}}],@{"motion":{},"collider":{"geometry":{"shape":0}}}§},
                {"name":"head{{{{{i}}}}}","translation":[-0.2,0,0]{{{{{head}}}}}},
                {"name":"tail{{{{{i}}}}}","translation":[0.2,0,0]{{{{{tail}}}}}}
                """);
        }

        static string Joint(int to) => ",@{\"joint\":{\"joint\":0,\"connectedNode\":" + to.ToString(CultureInfo.InvariantCulture) + "}}§";
        string hook = isDownwards ? Joint(2) : "";
        CousinWorld world = FileBodies.World(FileBodies.Read(
            "{\"name\":\"hook\",\"translation\":[0,2,0]" + hook + "}," + string.Join(',', Enumerable.Range(0, 3).Select(Link)), """{"type":"capsule","capsule":{"height":0.3,"radiusBottom":0.02,"radiusTop":0.02}}""", joints: ball));
        Assert.That(world.Description.Joints.Select(joint => (joint.Parent, joint.Child, joint.Releasable)), Is.EqualTo(new[] { ((string?)null, "link0", false), ("link0", "link1", false), ("link1", "link2", false) }));
        using IPhysicsWorld run = TestWorlds.Build(backend, world.Description);
        run.Run(0.5);
        Vector3d[] tails = [.. world.Dynamic.Select(body => run.Body(body.Body).Pose.Point(new(0.2, 0, 0)))], heads = [.. world.Dynamic.Select(body => run.Body(body.Body).Pose.Point(new(-0.2, 0, 0)))];
        Assert.That((heads[0] - new Vector3d(0, 2, 0)).Length, Is.LessThan(3e-3));
        Assert.That((heads[1] - tails[0]).Length + (heads[2] - tails[1]).Length, Is.LessThan(6e-3));
        Assert.That(tails[2].Y, Is.LessThan(1.5), "it swings down");
    }

    [Test]
    public void ATornJoint_IsNamed() => Assert.That(
        () => FileBodies.World(FileBodies.Read("""
            {"name":"hinge",@{"joint":{"joint":0,"connectedNode":1}}§},{"name":"door","mesh":0,"translation":[0.012,0,0],@{"motion":{}}§}
            """, joints: Hinge)),
        Throws.TypeOf<PhysicsException>().With.Message.StartsWith("The joint \"hinge\" is torn as the episode begins: its two frames are 12 mm and 0 degrees from where a revolute joint can have them."));

    private static string Surface(double friction) => FormattableString.Invariant($$$"""{"staticFriction":{{{friction}}},"dynamicFriction":{{{friction}}}}""");
}

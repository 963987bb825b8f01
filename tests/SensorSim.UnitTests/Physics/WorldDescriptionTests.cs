using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.UnitTests.Physics;

/// <summary>What no backend can build is told by name, with what is expected.</summary>
public sealed class WorldDescriptionTests
{
    private static readonly BodyDescription s_box = new() { Name = "crate", Mass = MassDescription.OfBox(2, new(1, 2, 3)), Colliders = [new BoxCollider(new(1, 2, 3))] };
    private static readonly JointDescription s_hinge = new() { Name = "hinge", Type = JointType.Revolute, Child = "crate" };

    private static IEnumerable<TestCaseData> Flaws =>
    [
        Flaw(s_box with { Mass = s_box.Mass! with { Kilograms = 0 } }, "The body \"crate\": its mass is 0 kg; a mass above 0 is expected."),
        Flaw(s_box with { Mass = s_box.Mass! with { Kilograms = -1 } }, "its mass is -1 kg"),
        Flaw(s_box with { Mass = s_box.Mass! with { Kilograms = double.NaN } }, "its mass is NaN kg"),
        Flaw(s_box with { Mass = s_box.Mass! with { Moments = new(1, 1, 2.1) } }, "its moments of inertia are (1, 1, 2.1) kg m²; the largest of three is at most the sum"),
        Flaw(s_box with { Mass = s_box.Mass! with { Moments = new(1, 1, -1) } }, "three numbers above 0 are expected"),
        Flaw(s_box with { Mass = null }, "it is dynamic and has no mass"),
        Flaw(s_box with { Pose = new(new(0, double.NaN, 0), Quaterniond.Identity) }, "its pose is (0, NaN, 0) m"),
        Flaw(s_box with { Pose = new(Vector3d.Zero, new(0, 0, 0, 2)) }, "a quaternion of length 1"),
        Flaw(s_box with { LinearVelocity = new(double.PositiveInfinity, 0, 0) }, "its velocity is"),
        Flaw(s_box with { Surface = new() { Friction = -0.1 } }, "its friction is -0.1; 0 or more"),
        Flaw(s_box with { Surface = new() { Restitution = 1.5 } }, "its restitution is 1.5; 0 to 1"),
        Flaw(s_box with { Colliders = [new SphereCollider(0)] }, "its radius is 0 m"),
        Flaw(s_box with { Colliders = [new PlaneCollider()] }, "a plane is for static bodies, and it is dynamic"),
        Flaw(s_box with { Colliders = [new TriangleMeshCollider([Vector3d.Zero, Vector3d.UnitX, Vector3d.UnitY], [0, 1, 3])] }, "its mesh names a vertex that is not there"),
        Flaw(s_box with { Name = "" }, "A body has no name"),
        Flaw(s_hinge with { Child = "crte" }, "The joint \"hinge\": there is no body \"crte\". Did you mean \"crate\"?"),
        Flaw(s_hinge with { Parent = "crate" }, "it connects \"crate\" with itself"),
        Flaw(s_hinge with { Axis = Vector3d.Zero }, "its axis is (0, 0, 0)"),
        Flaw(s_hinge with { Lower = 0.5, Upper = 1 }, "its limits are 0.5 to 1; 0, where"),
        Flaw(s_hinge with { Lower = -4, Upper = 1 }, "angles between −π and π"),
        Flaw(s_hinge with { Type = JointType.Ball, Lower = -1 }, "a ball joint has no limits"),
        Flaw(s_hinge with { Enabled = false }, "is not releasable"),
    ];

    [Test]
    public void A_World_That_Can_Be_Built_Has_No_Problems() => Assert.That(new WorldDescription { Bodies = [s_box], Joints = [s_hinge] }.Problems(), Is.Empty);

    [TestCaseSource(nameof(Flaws))]
    public void A_Flaw_Is_Told_With_What_Is_Expected(WorldDescription world, string expected) => Assert.That(world.Problems(), Has.One.Contains(expected));

    [Test]
    public void A_Body_That_Is_There_Twice_Is_Told() => Assert.That(new WorldDescription { Bodies = [s_box, s_box] }.Problems(), Has.One.EqualTo("Two bodies are called \"crate\"; each has a name of its own."));

    [Test]
    public void A_Step_Is_Above_Nothing() => Assert.That(new WorldDescription { StepSeconds = 0 }.Problems(), Has.One.Contains("The step is 0 s"));

    [Test]
    public void An_Unknown_Body_Is_Told_With_The_Nearest() => Assert.That(
        () => new WorldDescription { Bodies = [s_box] }.BodyIndex("crat"), Throws.TypeOf<PhysicsException>().With.Message.EqualTo("There is no body \"crat\". Did you mean \"crate\"?"));

    [Test]
    public void A_Flat_Body_Is_Allowed() => Assert.That(new WorldDescription { Bodies = [s_box with { Mass = s_box.Mass! with { Moments = new(1, 1, 2) } }] }.Problems(), Is.Empty);

    private static TestCaseData Flaw(BodyDescription body, string expected) => new TestCaseData(new WorldDescription { Bodies = [body] }, expected).SetArgDisplayNames(expected);

    private static TestCaseData Flaw(JointDescription joint, string expected) => new TestCaseData(new WorldDescription { Bodies = [s_box], Joints = [joint] }, expected).SetArgDisplayNames(expected);
}

using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Bodies;

/// <summary>Bodies that a file has are used as they are.</summary>
public sealed class FileBodyTests
{
    private static IEnumerable<TestCaseData> Shapes()
    {
        const double round = Math.PI * 0.04;
        yield return Shape("""{"type":"sphere","sphere":{"radius":0.2}}""", "[2,2,2]", typeof(SphereCollider), 4.0 / 3 * Math.PI * 0.064, 0);
        yield return Shape("""{"type":"box","box":{"size":[1,2,3]}}""", "[2,1,-1]", typeof(BoxCollider), 12, 0);
        yield return Shape("""{"type":"capsule","capsule":{"height":1,"radiusBottom":0.2,"radiusTop":0.2}}""", "[1,1,1]", typeof(CapsuleCollider), round * (1 + (4.0 / 3 * 0.2)), 0);
        yield return Shape("""{"type":"cylinder","cylinder":{"height":1,"radiusBottom":0.2,"radiusTop":0.2}}""", "[1,3,1]", typeof(CylinderCollider), 3 * round, 0);
        yield return Shape("""{"type":"cylinder","cylinder":{"height":1,"radiusBottom":0.2,"radiusTop":0}}""", "[1,1,1]", typeof(ConvexHullCollider), round / 3, 2);
        yield return Shape("""{"type":"capsule","capsule":{"height":1,"radiusBottom":0.2,"radiusTop":0.1}}""", "[1,1,1]", typeof(ConvexHullCollider), (round * 0.7 / 1.2) + (2.0 / 3 * Math.PI * 0.009), 8);
        yield return Shape("""{"type":"sphere","sphere":{"radius":0.2}}""", "[1,2,1]", typeof(ConvexHullCollider), 8.0 / 3 * Math.PI * 0.008, 12);
        yield return Shape("""{"type":"plane","plane":{"sizeX":2,"sizeZ":3}}""", "[1,1,1]", typeof(BoxCollider), 0.3, 0);
    }

    [TestCaseSource(nameof(Shapes))]
    public void AShape_IsAColliderAsLargeAsItsNode(string shape, string scale, Type type, double volume, double percent)
    {
        CousinWorld world = FileBodies.World(FileBodies.Read($$$$$"""{"name":"it","scale":{{{{{scale}}}}},@{"motion":{},"collider":{"geometry":{"shape":0}}}§}""", shape));
        BodyDescription it = world.Description.Bodies.Single();
        Assert.Multiple(() =>
        {
            Assert.That(world.Description.Problems(), Is.Empty);
            Assert.That(it.Colliders.Single(), Is.TypeOf(type));
            Assert.That(it.Mass!.Kilograms, Is.EqualTo(800 * volume).Within(Math.Max(1e-9, percent)).Percent);
            Assert.That((it.Name, it.Motion, world.Dynamic.Single().Name), Is.EqualTo(("it", BodyMotion.Dynamic, "it")));
        });
    }

    [TestCase("true", 1, typeof(BoxCollider))]
    [TestCase("false", 1, typeof(BoxCollider))]
    public void AMesh_IsItsHullOrItsPieces(string isHull, int colliders, Type type)
    {
        BodyDescription it = FileBodies.World(FileBodies.Read($$$$$"""{"mesh":0,@{"motion":{},"collider":{"geometry":{"mesh":0,"convexHull":{{{{{isHull}}}}}}}}§}""")).Description.Bodies.Single();
        Assert.That(it.Colliders, Has.Count.EqualTo(colliders).And.All.TypeOf(type));
        Assert.That(it.Mass!.Kilograms, Is.EqualTo(800).Within(1e-6));
    }

    [Test]
    public void MassAndInertia_AreAsGiven()
    {
        CousinWorld world = FileBodies.World(FileBodies.Read("""
            {"rotation":[0,0,0.70710678,0.70710678],"scale":[2,2,2],
             @{"motion":{"mass":3,"centerOfMass":[0.1,0,0],"inertiaDiagonal":[0.2,0.3,0.4],"inertiaOrientation":[1,0,0,0],"linearVelocity":[1,0,0],"angularVelocity":[0,2,0]},"collider":{"geometry":{"shape":0}}}§}
            """, """{"type":"box"}"""));
        MassDescription mass = world.Description.Bodies.Single().Mass!;
        Assert.That(mass, Is.EqualTo(new MassDescription { Kilograms = 3, Centre = new(0.2, 0, 0), Moments = new(0.2, 0.3, 0.4), Axes = new(1, 0, 0, 0) }));
        Assert.That((world.Dynamic[0].Velocity - new Vector3d(0, 1, 0)).Length, Is.LessThan(1e-7), "along the node's own axes");
        Assert.That((world.Dynamic[0].AngularVelocity - new Vector3d(-2, 0, 0)).Length, Is.LessThan(1e-7));
    }

    [Test]
    public void AMassAlone_IsSpreadOverTheColliders()
    {
        // Two balls at the ends of a rod without mass: 2/5 r² each about itself, and d² beside.
        MassDescription mass = FileBodies.World(FileBodies.Read("""
            {"children":[1,2],@{"motion":{"mass":2}}§},
            {"translation":[0.5,0,0],@{"collider":{"geometry":{"shape":0}}}§},
            {"translation":[-0.5,0,0],@{"collider":{"geometry":{"shape":0}}}§}
            """, """{"type":"sphere","sphere":{"radius":0.1}}""")).Description.Bodies.Single().Mass!;
        double own = 2 * 0.4 * 0.01;
        Assert.That(mass.Kilograms, Is.EqualTo(2));
        Assert.That(mass.Centre.Length, Is.LessThan(1e-12));
        Assert.That(new[] { mass.Moments.X, mass.Moments.Y, mass.Moments.Z }.Order(), Is.EqualTo(new[] { own, own + 0.5, own + 0.5 }).Within(1e-9));
    }

    [Test]
    public void ACollidersSurface_IsTheBodysUnlessTheScenarioSaysOtherwise()
    {
        Scene scene = FileBodies.Read("""
            {"name":"a","mesh":0,@{"motion":{"mass":1},"collider":{"geometry":{"mesh":0},"physicsMaterial":0}}§},
            {"name":"b","mesh":0,@{"motion":{"mass":1},"collider":{"geometry":{"mesh":0},"physicsMaterial":0}}§}
            """, materials: """{"staticFriction":0.25,"dynamicFriction":0.25,"restitution":0.5}""");
        Dictionary<string, BodyDescription> bodies = FileBodies.World(scene, ", bodies: [{ match: b, friction: 0.75 }]").Description.Bodies.ToDictionary(body => body.Name, StringComparer.Ordinal);
        Assert.That(bodies["a"].Surface, Is.EqualTo(new SurfaceDescription { Friction = 0.25, Restitution = 0.5 }));
        Assert.That(bodies["b"].Surface, Is.EqualTo(new SurfaceDescription { Friction = 0.75, Restitution = 0.5 }));
        Assert.That(bodies["b"].Motion, Is.EqualTo(BodyMotion.Dynamic), "the file's, because the scenario does not speak of it");
    }

    [TestCase("{ match: it, motion: static }, { match: other, motion: dynamic }", "other")]
    [TestCase("{ match: it, motion: dynamic, shape: sphere }", "it")]
    [TestCase("{ match: skin, motion: dynamic, mass_kg: 5, velocity_m_s: [0, 0, 1] }", "it")]
    public void TheScenario_GoesBeforeTheFile(string rules, string moving)
    {
        Scene scene = FileBodies.Read("""
            {"name":"it","children":[1],@{"motion":{"mass":2,"linearVelocity":[1,0,0]},"collider":{"geometry":{"shape":0}}}§},
            {"name":"skin","mesh":0},
            {"name":"other","mesh":0,"translation":[3,0,0],@{"collider":{"geometry":{"mesh":0}}}§}
            """, """{"type":"box"}""");
        CousinWorld world = FileBodies.World(scene, $", bodies: [{rules}]");
        BodyDescription body = world.Description.Bodies[world.Dynamic.Single().Body];
        Assert.That(body.Name, Is.EqualTo(moving));
        if (rules.Contains("sphere", StringComparison.Ordinal))
        {
            Assert.That(body.Colliders.Single(), Is.TypeOf<SphereCollider>());
            Assert.That(body.Mass!.Kilograms, Is.EqualTo(2));
        }

        if (rules.Contains("mass_kg", StringComparison.Ordinal))
        {
            Assert.That((body.Mass!.Kilograms, world.Dynamic[0].Velocity), Is.EqualTo((5.0, new Vector3d(0, 0, 1))));
        }
    }

    [Test]
    public void WhatTheFileGivesNoCollider_TouchesNothing()
    {
        const string ball = """{"name":"ball","mesh":0,@{"motion":{"mass":1},"collider":{"geometry":{"shape":0}}}§}""";
        Scene scene = FileBodies.Read(ball + """,{"name":"ghost","mesh":0}""", """{"type":"sphere"}""");
        Assert.That(FileBodies.World(scene).Description.Bodies.Select(body => body.Name), Is.EqualTo(new[] { "ball" }));
        Assert.That(FileBodies.World(scene, ", bodies: [{ match: ghost, motion: static }]").Description.Bodies.Select(body => body.Name), Is.EqualTo(new[] { "ball", "ghost" }), "unless the scenario makes it a body");
    }

    [Test]
    public void AFileWithBodiesAndNoColliders_HasThoseOfItsSurfaces()
    {
        CousinWorld world = FileBodies.World(FileBodies.Read("""{"name":"box","mesh":0,@{"motion":{"mass":1}}§},{"name":"floor","mesh":0}"""));
        Assert.That(world.Description.Bodies.Select(body => (body.Name, body.Motion, body.Colliders.Count)), Is.EqualTo(new[] { ("box", BodyMotion.Dynamic, 1), ("floor", BodyMotion.Static, 1) }));
    }

    [Test]
    public void AKinematicBody_KeepsItsVelocityAndIsFollowed()
    {
        CousinWorld world = FileBodies.World(FileBodies.Read("""{"name":"belt","mesh":0,@{"motion":{"isKinematic":true,"linearVelocity":[0.5,0,0]},"collider":{"geometry":{"mesh":0,"convexHull":true}}}§}"""));
        Assert.That(world.Description.Bodies.Single().Motion, Is.EqualTo(BodyMotion.Kinematic));
        Assert.That(world.Dynamic.Single().Velocity, Is.EqualTo(new Vector3d(0.5, 0, 0)));
    }

    [Test]
    public void ABodyOfNothing_IsNamed() => Assert.That(
        () => FileBodies.World(FileBodies.Read("""{"name":"soul","mesh":0},{"name":"spirit",@{"motion":{"mass":1}}§}""")),
        Throws.TypeOf<PhysicsException>().With.Message.StartsWith("'spirit' has neither a surface nor a collider"));

    private static TestCaseData Shape(string shape, string scale, Type type, double volume, double percent) => new TestCaseData(shape, scale, type, volume, percent).SetArgDisplayNames($"{type.Name} {volume:F3}");
}

using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.UnitTests.Gltf;

/// <summary>What files say of bodies, colliders and joints.</summary>
public sealed class RigidBodyTests
{
    [TestCase("""{"type":"sphere","sphere":{"radius":0.1}}""", "SphereShape { Radius = 0.1 }")]
    [TestCase("""{"type":"sphere"}""", "SphereShape { Radius = 0.5 }")]
    [TestCase("""{"type":"box","box":{"size":[1,2,3]}}""", "BoxShape { Size = (1, 2, 3) }")]
    [TestCase("""{"type":"capsule","capsule":{"height":2,"radiusBottom":0.1,"radiusTop":0.3}}""", "CapsuleShape { Height = 2, RadiusBottom = 0.1, RadiusTop = 0.3 }")]
    [TestCase("""{"type":"cylinder","cylinder":{"height":2,"radiusTop":0}}""", "CylinderShape { Height = 2, RadiusBottom = 0.25, RadiusTop = 0 }")]
    [TestCase("""{"type":"plane","plane":{"sizeX":4}}""", "PlaneShape { SizeX = 4, SizeZ =  }")]
    public void ImplicitShape_IsWhatTheFileSays(string shape, string expected) =>
        Assert.That(Shown(WithBody("""{"motion":{},"collider":{"geometry":{"shape":0}}}""", shapes: shape).Read().Physics.Colliders.Single().Shape), Is.EqualTo(expected));

    [Test]
    public void Motion_HasEverythingThatTheFileSays()
    {
        SceneBody body = WithBody("""
            {"motion":{"mass":3,"centerOfMass":[0.1,0,0],"inertiaDiagonal":[0.2,0.3,0.4],"inertiaOrientation":[0,0,2,0],"linearVelocity":[1,2,3],"angularVelocity":[0,0,5],"gravityFactor":0.5}}
            """).Read().Physics.Bodies[0];
        Assert.That(body, Is.EqualTo(new SceneBody(BodyMotion.Dynamic)
        {
            MassKg = 3,
            CentreOfMass = new(0.1, 0, 0),
            Moments = new(0.2, 0.3, 0.4),
            Axes = new(0, 0, 1, 0),
            LinearVelocity = new(1, 2, 3),
            AngularVelocity = new(0, 0, 5),
            GravityFactor = 0.5,
        }));
    }

    [TestCase("""{"isKinematic":true,"mass":2}""", 2)]
    [TestCase("""{"mass":0}""", null)]
    public void MassWithoutEnd_IsKinematic(string motion, double? mass) =>
        Assert.That(WithBody($$"""{"motion":{{motion}}}""").Read().Physics.Bodies[0], Is.EqualTo(new SceneBody(BodyMotion.Kinematic) { MassKg = mass }));

    [Test]
    public void Collider_BelongsToTheNearestBodyAbove()
    {
        Scene scene = TestGltf.Triangle().Set("extensions", Extensions("""{"type":"box"}""")).Set("nodes", """
            [{"children":[1,3],"extensions":{"KHR_physics_rigid_bodies":{"motion":{}}}},
             {"children":[2]},
             {"extensions":{"KHR_physics_rigid_bodies":{"collider":{"geometry":{"shape":0}}}}},
             {"extensions":{"KHR_physics_rigid_bodies":{"motion":{},"collider":{"geometry":{"shape":0}}}}},
             {"extensions":{"KHR_physics_rigid_bodies":{"collider":{"geometry":{"shape":0}}}}}]
            """).Read();
        Assert.That(scene.Physics.Colliders.Select(collider => scene.Physics.BodyOf(scene, collider.Node)), Is.EqualTo(new int?[] { 0, 3, null }));
    }

    [Test]
    public void GeometryOfANode_IsThatOfAllMeshesBelowIt()
    {
        Scene scene = TestGltf.Triangle().Set("nodes", """
            [{"extensions":{"KHR_physics_rigid_bodies":{"collider":{"geometry":{"node":1,"convexHull":true}}}}},
             {"translation":[9,9,9],"children":[2]},
             {"mesh":0,"translation":[0,1,0],"children":[3]},
             {"mesh":0,"scale":[2,2,2]}]
            """).Read();
        var shape = (MeshShape)scene.Physics.Colliders.Single().Shape;
        Assert.That(shape.IsHull, Is.True);
        Assert.That(shape.Parts.Select(part => part.ToNode.TransformPoint(Vector3d.UnitX)), Is.EqualTo(new[] { new Vector3d(1, 1, 0), new Vector3d(2, 1, 0) }), "relative to the node that is named");
    }

    [Test]
    public void SurfaceIsThatOfTheMaterial()
    {
        Scene scene = WithBody("""{"collider":{"geometry":{"mesh":0},"physicsMaterial":1}}""", materials: """{}, {"staticFriction":0.8,"dynamicFriction":0.7,"restitution":0.25,"frictionCombine":"average"}""").Read();
        Assert.That(scene.Physics.Colliders.Single().Surface, Is.EqualTo(new SurfaceDescription { Friction = 0.7, Restitution = 0.25 }));
        Assert.That(scene.Warnings, Has.Some.Contains("staticFriction 0.8 was left out").And.Some.Contains("combines two surfaces"));
    }

    private static IEnumerable<TestCaseData> Limits()
    {
        const string held = """{"linearAxes":[0,1,2],"max":0}""";
        yield return Limit($$"""{{held}},{"angularAxes":[0,1,2],"max":0}""", JointType.Fixed, default, null, null);
        yield return Limit($$"""{{held}},{"angularAxes":[0,1],"max":0}""", JointType.Revolute, Vector3d.UnitZ, null, null);
        yield return Limit($$"""{{held}},{"angularAxes":[0,2],"max":0},{"angularAxes":[1],"min":-0.5,"max":1},{"angularAxes":[1],"min":-2,"max":0.75}""", JointType.Revolute, Vector3d.UnitY, -0.5, 0.75);
        yield return Limit($$"""{{held}},{"angularAxes":[0,1],"max":0},{"angularAxes":[2],"min":-4,"max":4}""", JointType.Revolute, Vector3d.UnitZ, null, null);
        yield return Limit("""{"linearAxes":[1,2],"max":0},{"linearAxes":[0],"max":0.3},{"angularAxes":[0,1,2],"max":0}""", JointType.Prismatic, Vector3d.UnitX, null, 0.3);
        yield return Limit("""{"linearAxes":[0],"min":0,"max":0},{"linearAxes":[1],"min":0,"max":0},{"linearAxes":[2],"min":0,"max":0}""", JointType.Ball, default, null, null);
        yield return Limit("", JointType.Free, default, null, null);
    }

    [TestCaseSource(nameof(Limits))]
    public void Joint_IsWhatItsLimitsLeaveFree(string limits, JointType type, Vector3d axis, double? lower, double? upper)
    {
        SceneJoint joint = WithJoint(limits).Read().Physics.Joints.Single();
        Assert.That((joint.Name, joint.Type, joint.Child, joint.Parent, joint.Lower, joint.Upper), Is.EqualTo(("hinge", type, 1, (int?)0, lower, upper)));
        if (type is JointType.Revolute or JointType.Prismatic)
        {
            Assert.That(joint.Axis, Is.EqualTo(axis));
        }
    }

    [TestCase("""{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0],"min":0,"max":0}""")]
    [TestCase("""{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0,1],"max":0},{"angularAxes":[1,2],"max":0.5}""")]
    [TestCase("""{"linearAxes":[0,1,2],"max":0.1}""")]
    [TestCase("""{"linearAxes":[0,1],"max":0}""")]
    public void JointOfAnotherKind_IsLeftOutAndTold(string limits)
    {
        Scene scene = WithJoint(limits).Read();
        Assert.That(scene.Physics.Joints, Is.Empty);
        Assert.That(scene.Warnings.Single(), Does.StartWith("$.nodes[0].extensions.KHR_physics_rigid_bodies.joint: what $.extensions.KHR_physics_rigid_bodies.physicsJoints[0] leaves free"));
    }

    [Test]
    public void Drive_IsKept()
    {
        TestGltf gltf = WithJoint("").Edit("extensions.KHR_physics_rigid_bodies.physicsJoints[0].drives", """
            [{"type":"angular","mode":"acceleration","axis":2,"maxForce":9,"positionTarget":0.5,"velocityTarget":-1,"stiffness":20,"damping":3}]
            """);
        Assert.That(gltf.Read().Physics.Joints.Single().Drives.Single(), Is.EqualTo(new JointDrive(true, Vector3d.UnitZ)
        {
            IsAcceleration = true,
            MaximumForce = 9,
            PositionTarget = 0.5,
            VelocityTarget = -1,
            Stiffness = 20,
            Damping = 3,
        }));
    }

    [TestCase("angular", 2, 0)]
    [TestCase("angular", 1, 1)]
    [TestCase("linear", 2, 1)]
    public void ADriveOfTheFreeAxis_IsUsed(string type, int axis, int warnings)
    {
        const string hinge = """{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0,1],"max":0}""";
        Scene scene = WithJoint(hinge).Edit("extensions.KHR_physics_rigid_bodies.physicsJoints[0].drives", $$"""[{"type":"{{type}}","mode":"force","axis":{{axis}},"damping":3}]""").Read();
        Assert.That(scene.Physics.Joints.Single().Drive?.Damping, Is.EqualTo(warnings == 0 ? 3 : null));
        Assert.That(scene.Warnings, warnings == 0 ? Is.Empty : Is.EqualTo(new[] { "$.nodes[0].extensions.KHR_physics_rigid_bodies.joint: 1 of 1 drives of $.extensions.KHR_physics_rigid_bodies.physicsJoints[0] was left out: the revolute joint is not free there." }));
    }

    [TestCase("""{"linearAxes":[0,1,2],"max":0}""", 2, "2 of 2 drives of $.extensions.KHR_physics_rigid_bodies.physicsJoints[0] were left out: a ball joint has no motor.")]
    [TestCase("""{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0,1],"max":0}""", 2, "1 of 2 drives of $.extensions.KHR_physics_rigid_bodies.physicsJoints[0] was left out: a joint has one motor.")]
    public void DrivesThatNoMotorCanBe_AreTold(string limits, int count, string warning)
    {
        string drives = string.Join(',', Enumerable.Repeat("""{"type":"angular","mode":"force","axis":2,"damping":3}""", count));
        Assert.That(WithJoint(limits).Edit("extensions.KHR_physics_rigid_bodies.physicsJoints[0].drives", $"[{drives}]").Read().Warnings.Single(), Does.EndWith(warning));
    }

    [TestCase("""{"trigger":{"geometry":{"shape":0}}}""", "triggers")]
    [TestCase("""{"collider":{"geometry":{"shape":0},"collisionFilter":0}}""", "collision filters")]
    [TestCase("""{"motion":{"inertiaDiagonal":[1,0,1]}}""", "inertiaDiagonal: 0 stands for a moment without end")]
    [TestCase("""{"motion":{"mass":0}}""", "motion.mass: 0 stands for a mass without end")]
    public void WhatBackendsDoNotHave_IsTold(string own, string warning) =>
        Assert.That(WithBody(own, shapes: """{"type":"box"}""").Read().Warnings.Single(), Does.Contain(warning));

    private static TestCaseData Limit(string limits, JointType type, Vector3d axis, double? lower, double? upper) =>
        new TestCaseData(limits, type, axis, lower, upper).SetArgDisplayNames($"{type} {lower} {upper}");

    private static TestGltf WithBody(string own, string shapes = "", string materials = "") => TestGltf.Triangle().Set("extensions", Extensions(shapes, materials))
        .Set("nodes", $$$$$"""[{"mesh":0,"extensions":{"KHR_physics_rigid_bodies":{{{{{own}}}}}}}]""");

    private static TestGltf WithJoint(string limits) => TestGltf.Triangle()
        .Set("extensions", $$$"""{"KHR_physics_rigid_bodies":{"physicsJoints":[{"limits":[{{{limits}}}]}]}}""")
        .Set("nodes", """
            [{"name":"hinge","extensions":{"KHR_physics_rigid_bodies":{"joint":{"joint":0,"connectedNode":1}}}},
             {"mesh":0,"extensions":{"KHR_physics_rigid_bodies":{"motion":{}}}}]
            """);

    private static string Extensions(string shapes, string materials = "") =>
        $$$"""{"KHR_implicit_shapes":{"shapes":[{{{shapes}}}]},"KHR_physics_rigid_bodies":{"physicsMaterials":[{{{materials}}}],"collisionFilters":[{}]}}""";

    private static string Shown(ColliderShape shape) => shape is BoxShape box ? FormattableString.Invariant($"BoxShape {{ Size = ({box.Size.X}, {box.Size.Y}, {box.Size.Z}) }}") : shape.ToString();
}

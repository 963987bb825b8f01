using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Bodies;

/// <summary>Files with bodies of their own are the same bodies where they are added to another scene.</summary>
public sealed class AddedBodyTests
{
    private const string Surfaces = """{"staticFriction":0.25,"dynamicFriction":0.25,"restitution":0.5},{"staticFriction":0.9,"dynamicFriction":0.9}""";
    private const string Shapes = """{"type":"box","box":{"size":[0.4,0.2,0.4]}},{"type":"sphere","sphere":{"radius":0.1}}""";
    private const string Hinge = """{"limits":[{"linearAxes":[0,1,2],"max":0},{"angularAxes":[0,1],"max":0},{"angularAxes":[2],"min":-1,"max":0.8}],"drives":[{"type":"angular","mode":"acceleration","axis":2,"stiffness":8,"damping":1,"positionTarget":0.1}]}""";

    // A post that stands, a door on it, a ball that is loose, a mesh as its own collider, and something that touches nothing.
    private const string Several = """
        {"name":"post","translation":[0,1,0],"mesh":0,"scale":[0.1,2,0.1],@{"collider":{"geometry":{"mesh":0,"convexHull":true},"physicsMaterial":1}}§},
        {"name":"hinge","translation":[0,1,0],@{"joint":{"joint":0,"connectedNode":3}}§},
        {"name":"door","translation":[0.5,1,0],"children":[3,4],@{"motion":{"mass":2,"inertiaDiagonal":[0.1,0.2,0.1],"inertiaOrientation":[0,0.6,0,0.8],"gravityFactor":0.5,"linearVelocity":[0,0,1]},"collider":{"geometry":{"shape":0},"physicsMaterial":0}}§},
        {"name":"eye","translation":[-0.5,0,0]},
        {"name":"knob","translation":[0.4,0,0.1],@{"collider":{"geometry":{"shape":1}}}§},
        {"mesh":0,"name":"ball","translation":[3,2,0],"rotation":[0,0.70710678118654757,0,0.70710678118654757],@{"motion":{"angularVelocity":[1,0,0]},"collider":{"geometry":{"node":5}}}§},
        {"name":"ghost","mesh":0,"translation":[0,5,0]}
        """;

    private static readonly Pose s_place = new(new(4, 1, -3), Quaterniond.FromAxisAngle(Vector3d.UnitY, 50 * Math.PI / 180));

    [Test]
    public void A_File_Of_Several_Bodies_Is_The_Same_Behind_Another_Scene([Values] bool isFileOfBodies)
    {
        CousinWorld alone = FileBodies.World(FileBodies.Read(Several, Shapes, Surfaces, Hinge));
        CousinWorld added = FileBodies.World(Added(Base(isFileOfBodies), FileBodies.Read(Several, Shapes, Surfaces, Hinge)));

        BodyDescription[] bodies = [.. added.Description.Bodies.Where(body => body.Name.StartsWith("it/", StringComparison.Ordinal))];
        Assert.That(bodies.Select(body => body.Name), Is.EquivalentTo(alone.Description.Bodies.Select(body => "it/" + body.Name)).And.None.EqualTo("it/ghost"));
        foreach (BodyDescription expected in alone.Description.Bodies)
        {
            Same(bodies.Single(body => body.Name == "it/" + expected.Name), expected);
        }

        JointDescription joint = added.Description.Joints.Single(), hinge = alone.Description.Joints.Single();
        Assert.That(Told(joint), Is.EqualTo(Told(hinge with { Name = "it/hinge", Child = "it/door", Parent = hinge.Parent is { } post ? "it/" + post : null })));
        Assert.That(Velocities(added, "it/door"), Is.EqualTo(Velocities(alone, "door").Select(s_place.Rotation.Rotate)).Using<Vector3d>((a, b) => (a - b).Length < 1e-9));
        Assert.That(Velocities(added, "it/ball"), Is.EqualTo(Velocities(alone, "ball").Select(s_place.Rotation.Rotate)).Using<Vector3d>((a, b) => (a - b).Length < 1e-9));
    }

    // One body stays one object, which can be placed, counted and replaced: it is called as the scenario says.
    [TestCase("""{"name":"crate","mesh":0,"translation":[0.5,0,0],"rotation":[0,0,0.6,0.8],@{"motion":{"mass":3,"centerOfMass":[0.1,0,0],"inertiaDiagonal":[0.2,0.3,0.4],"linearVelocity":[1,2,0]},"collider":{"geometry":{"shape":0},"physicsMaterial":0}}§}""")]
    [TestCase("""{"name":"crate","mesh":0,@{"motion":{},"collider":{"geometry":{"mesh":0},"physicsMaterial":0}}§}""")]
    [TestCase("""{"name":"crate","mesh":0,"children":[1],@{"motion":{"mass":3}}§},{"name":"foot","translation":[0,-0.5,0],@{"collider":{"geometry":{"shape":1},"physicsMaterial":1}}§}""")]
    public void A_File_Of_One_Body_Is_One_Object(string nodes)
    {
        CousinWorld alone = FileBodies.World(FileBodies.Read(nodes, Shapes, Surfaces));
        Scene scene = Added(Base(isFileOfBodies: false), FileBodies.Read(nodes, Shapes, Surfaces));
        CousinWorld added = FileBodies.World(scene);

        Assert.That(SceneInstances.Of(scene).Select(thing => thing.Name), Is.EqualTo(new[] { "floor", "it" }));
        BodyDescription body = added.Description.Bodies[added.Dynamic.Single().Body], expected = alone.Description.Bodies[alone.Dynamic.Single().Body];
        Assert.That((body.Name, body.Surface, body.Mass!.Kilograms), Is.EqualTo(("it", expected.Surface, expected.Mass!.Kilograms)));
        Assert.That((body.Pose.Point(body.Mass.Centre) - (s_place * expected.Pose).Point(expected.Mass.Centre)).Length, Is.LessThan(1e-6));
        Assert.That(Inertia(body).Zip(Inertia(expected with { Pose = s_place * expected.Pose }), (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(1e-6));
        Assert.That(added.Dynamic[0].Velocity, Is.EqualTo(s_place.Rotation.Rotate(alone.Dynamic[0].Velocity)).Using<Vector3d>((a, b) => (a - b).Length < 1e-6));
        Assert.That(Middles(body), Is.EqualTo(Middles(expected with { Pose = s_place * expected.Pose })).Using<Vector3d>((a, b) => (a - b).Length < 1e-6));
    }

    [Test]
    public void What_Was_Left_Out_Is_Told()
    {
        Scene file = FileBodies.Read("""{"name":"crate","mesh":0,@{"motion":{},"trigger":{"geometry":{"shape":0}}}§}""", Shapes);
        Assert.That(Added(Base(isFileOfBodies: false), file).Warnings, Has.Exactly(1).StartsWith("The triggers of the file were left out"));
        Scene replaced = ComposedScene.Of(Base(isFileOfBodies: false), new() { Items = ["file.glb"] }, new Files(file));
        Assert.That(replaced.Warnings, Has.Some.EqualTo("file.glb: what the file says of bodies was left out: it counts where it is added under objects, and not where it takes another's place."));
    }

    [Test]
    public void Two_Of_A_File_Are_Bodies_Of_Their_Own()
    {
        Scene file = FileBodies.Read(Several, Shapes, Surfaces, Hinge);
        AddedObject left = Object with { Name = "left" }, right = Object with { Name = "right", At = new(9, 0, 9) };
        CousinWorld world = FileBodies.World(ComposedScene.Of(Base(isFileOfBodies: true), new() { Objects = [left, right], Items = ["file.glb"] }, new Files(file)));
        Assert.That(world.Description.Joints.Select(joint => (joint.Name, joint.Child)), Is.EqualTo(new[] { ("left/hinge", "left/door"), ("right/hinge", "right/door") }));
        Assert.That(world.Description.Problems(), Is.Empty);
    }

    private static AddedObject Object => new("it", "file.glb", "thing", s_place.Position, 50);

    private static Scene Added(Scene twin, Scene file) => ComposedScene.Of(twin, new() { Objects = [Object], Items = ["file.glb"] }, new Files(file));

    private static Scene Base(bool isFileOfBodies) => isFileOfBodies
        ? FileBodies.Read("""{"name":"floor","mesh":0,"translation":[0,-9,0],@{"collider":{"geometry":{"mesh":0,"convexHull":true}}}§},{"name":"other","mesh":0,"translation":[0,-5,0],@{"motion":{"mass":1},"collider":{"geometry":{"mesh":0,"convexHull":true}}}§}""")
        : FileBodies.Read("""{"name":"floor","mesh":0,"translation":[0,-9,0]}""");

    private static void Same(BodyDescription actual, BodyDescription expected)
    {
        Pose pose = s_place * expected.Pose;
        Assert.That((actual.Motion, actual.Surface, actual.GravityFactor, actual.Colliders.Count), Is.EqualTo((expected.Motion, expected.Surface, expected.GravityFactor, expected.Colliders.Count)), expected.Name);
        Assert.That((actual.Pose.Position - pose.Position).Length + (actual.Pose.Rotation * pose.Rotation.Conjugate()).Rotate(Vector3d.UnitX).Y, Is.Zero.Within(1e-9), expected.Name);
        Assert.That(actual.Mass?.Kilograms, Is.EqualTo(expected.Mass?.Kilograms).Within(1e-9), expected.Name);
        Assert.That(actual.Colliders.Select(collider => collider.GetType()), Is.EqualTo(expected.Colliders.Select(collider => collider.GetType())), expected.Name);
        Assert.That(Middles(actual), Is.EqualTo(Middles(expected with { Pose = pose })).Using<Vector3d>((a, b) => (a - b).Length < 1e-9), expected.Name);
        if (expected.Mass is not null)
        {
            Assert.That(Inertia(actual).Zip(Inertia(expected with { Pose = pose }), (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(1e-9), expected.Name);
        }
    }

    private static IEnumerable<Vector3d> Middles(BodyDescription body) => body.Colliders.Select(collider => body.Pose.Point(collider is ConvexHullCollider hull ? collider.Pose.Point((1.0 / hull.Vertices.Count) * hull.Vertices.Aggregate(Vector3d.Zero, (sum, v) => sum + v)) : collider.Pose.Position));

    // About three axes of the world and three between them: all of a tensor.
    private static IEnumerable<double> Inertia(BodyDescription body)
    {
        MassDescription mass = body.Mass!;
        foreach (Vector3d axis in (Vector3d[])[new(1, 0, 0), new(0, 1, 0), new(0, 0, 1), new(1, 1, 0), new(0, 1, 1), new(1, 0, 1)])
        {
            Vector3d own = (body.Pose.Rotation * mass.Axes).Conjugate().Rotate(axis);
            yield return (mass.Moments.X * own.X * own.X) + (mass.Moments.Y * own.Y * own.Y) + (mass.Moments.Z * own.Z * own.Z);
        }
    }

    private static Vector3d[] Velocities(CousinWorld world, string name) => world.Dynamic.Single(body => body.Name == name) is var body ? [body.Velocity, body.AngularVelocity] : [];

    private static string Told(JointDescription joint) => FormattableString.Invariant(
        $"{joint.Name} {joint.Type} {joint.Child} {joint.Parent} ({joint.Anchor.X:F6}, {joint.Anchor.Y:F6}, {joint.Anchor.Z:F6}) ({joint.Axis.X:F6}, {joint.Axis.Y:F6}, {joint.Axis.Z:F6}) {joint.Lower:F6} {joint.Upper:F6} {joint.Releasable} {joint.Servo!.Stiffness:F6} {joint.Servo.Damping:F6} {joint.Servo.Target:F6}").Replace("-0.000000", "0.000000", StringComparison.Ordinal);

    private sealed class Files(Scene file) : IFragmentSource
    {
        private readonly Scene _item = FragmentBodies.AreSeveral(file) ? file : SceneMerge.Flattened(file, "file.glb");

        public Scene Item(string reference) => _item;

        public Scene Material(string reference) => throw new NotSupportedException(reference);
    }
}

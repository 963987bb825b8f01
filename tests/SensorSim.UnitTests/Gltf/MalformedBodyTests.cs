using SensorSim.Scenes.Gltf;

namespace SensorSim.UnitTests.Gltf;

/// <summary>Bodies, shapes and joints that none can be: each ends in a <see cref="GltfException"/> that names the place.</summary>
public sealed class MalformedBodyTests
{
    [TestCaseSource(nameof(Documents))]
    public void Document_EndsInAnErrorThatNamesThePlace(Func<TestGltf, TestGltf> change, string message) => Assert.That(
        () => change(TestGltf.Triangle()).Read(), Throws.TypeOf<GltfException>().With.Message.StartWith("test.glb: $.").And.Message.Contains(message));

    private static IEnumerable<TestCaseData> Documents()
    {
        yield return Case("BodyMassNegative", Body("""{"motion":{"mass":-1}}"""), "$.nodes[0].extensions.KHR_physics_rigid_bodies.motion.mass: expected a mass above 0");
        yield return Case("BodyMassIsText", Body("""{"motion":{"mass":"1"}}"""), ".motion.mass: expected a number");
        yield return Case("BodyInertiaInverted", Body("""{"motion":{"inertiaDiagonal":[1,1,3]}}"""), ".motion.inertiaDiagonal: expected three moments of inertia above 0, none larger than the sum of the others, found 1, 1, 3");
        yield return Case("BodyInertiaNegative", Body("""{"motion":{"inertiaDiagonal":[1,-1,1]}}"""), ".motion.inertiaDiagonal: expected three moments");
        yield return Case("BodyAxesZero", Body("""{"motion":{"inertiaOrientation":[0,0,0,0]}}"""), ".motion.inertiaOrientation: expected a quaternion");
        yield return Case("BodyVelocityOf2", Body("""{"motion":{"linearVelocity":[0,1]}}"""), ".motion.linearVelocity: expected an array of 3 numbers, found 2");
        yield return Case("BodyKinematicIsNumber", Body("""{"motion":{"isKinematic":1}}"""), ".motion.isKinematic: expected true or false");
        yield return Case("ColliderWithoutGeometry", Body("""{"collider":{}}"""), ".collider: the required member \"geometry\"");
        yield return Case("ColliderShapeOutOfRange", Body("""{"collider":{"geometry":{"shape":0}}}"""), ".collider.geometry.shape: expected the index of one of the 0 shapes");
        yield return Case("ColliderOfNothing", Body("""{"collider":{"geometry":{}}}"""), ".collider.geometry: expected one of \"shape\", \"mesh\" and \"node\"");
        yield return Case("ColliderOfTwo", Body("""{"collider":{"geometry":{"mesh":0,"node":0}}}"""), ".collider.geometry: expected one of");
        yield return Case("ColliderNodeWithoutMesh", gltf => gltf.Set("nodes", """[{"extensions":{"KHR_physics_rigid_bodies":{"collider":{"geometry":{"node":0}}}}}]"""), ".collider.geometry: node 0 has no mesh");
        yield return Case("ColliderMaterialOutOfRange", Body("""{"collider":{"geometry":{"mesh":0},"physicsMaterial":0}}"""), ".collider.physicsMaterial: expected the index of one of the 0 physicsMaterials");
        yield return Case("ShapeTypeUnknown", Shape("""{"type":"torus"}"""), "$.extensions.KHR_implicit_shapes.shapes[0].type: expected \"sphere\"");
        yield return Case("ShapeWithoutType", Shape("{}"), "shapes[0]: the required member \"type\"");
        yield return Case("SphereRadiusZero", Shape("""{"type":"sphere","sphere":{"radius":0}}"""), "shapes[0].sphere.radius: expected a length above 0, found 0");
        yield return Case("BoxSizeNegative", Shape("""{"type":"box","box":{"size":[1,-1,1]}}"""), "shapes[0].box.size: expected three lengths above 0");
        yield return Case("CapsuleHeightZero", Shape("""{"type":"capsule","capsule":{"height":0}}"""), "shapes[0].capsule.height: expected a length above 0");
        yield return Case("CylinderWithoutRadius", Shape("""{"type":"cylinder","cylinder":{"radiusTop":0,"radiusBottom":0}}"""), "shapes[0].cylinder: both radii are 0");
        yield return Case("CylinderRadiusNegative", Shape("""{"type":"cylinder","cylinder":{"radiusTop":-1}}"""), "shapes[0].cylinder.radiusTop: expected 0 or more");
        yield return Case("SurfaceFrictionNegative", Rigid("physicsMaterials", """{"dynamicFriction":-0.1}"""), "$.extensions.KHR_physics_rigid_bodies.physicsMaterials[0].dynamicFriction: expected 0 or more");
        yield return Case("SurfaceRuleUnknown", Rigid("physicsMaterials", """{"frictionCombine":"sum"}"""), "physicsMaterials[0].frictionCombine: expected \"average\"");
        yield return Case("JointOfItself", Jointed("{}", """{"joint":0,"connectedNode":0}"""), ".joint.connectedNode: the joint connects the node with itself");
        yield return Case("JointWithoutNode", Jointed("{}", """{"joint":0}"""), ".joint: the required member \"connectedNode\"");
        yield return Case("JointOutOfRange", Jointed("{}", """{"joint":1,"connectedNode":1}"""), ".joint.joint: expected the index of one of the 1 physicsJoints");
        yield return Case("JointLimitOfNothing", Jointed("""{"limits":[{"max":0}]}"""), "physicsJoints[0].limits[0]: expected either linearAxes or angularAxes");
        yield return Case("JointLimitInverted", Jointed("""{"limits":[{"linearAxes":[0],"min":1,"max":0}]}"""), "physicsJoints[0].limits[0]: min 1 is larger than max 0");
        yield return Case("JointAxisTwice", Jointed("""{"limits":[{"linearAxes":[0,0],"max":0}]}"""), "limits[0].linearAxes: expected one to three different axes");
        yield return Case("JointAxisOutOfRange", Jointed("""{"limits":[{"angularAxes":[3],"max":0}]}"""), "limits[0].angularAxes[0]: expected a whole number from 0 to 2");
        yield return Case("JointDriveUnknown", Jointed("""{"drives":[{"type":"hydraulic","mode":"force","axis":0}]}"""), "drives[0].type: expected \"linear\" or \"angular\", found \"hydraulic\"");
        yield return Case("JointDriveNegative", Jointed("""{"drives":[{"type":"linear","mode":"force","axis":0,"damping":-1}]}"""), "drives[0].damping: expected 0 or more");
    }

    private static Func<TestGltf, TestGltf> Body(string own) => gltf => gltf.Set("nodes", $$$$$"""[{"mesh":0,"extensions":{"KHR_physics_rigid_bodies":{{{{{own}}}}}}}]""");

    private static Func<TestGltf, TestGltf> Shape(string shape) => gltf => gltf.Set("extensions", $$$"""{"KHR_implicit_shapes":{"shapes":[{{{shape}}}]}}""");

    private static Func<TestGltf, TestGltf> Rigid(string array, string item) => gltf => gltf.Set("extensions", $$$"""{"KHR_physics_rigid_bodies":{"{{{array}}}":[{{{item}}}]}}""");

    private static Func<TestGltf, TestGltf> Jointed(string joint, string own = """{"joint":0,"connectedNode":1}""") =>
        gltf => Rigid("physicsJoints", joint)(gltf).Set("nodes", $$$$$"""[{"mesh":0,"extensions":{"KHR_physics_rigid_bodies":{"motion":{},"joint":{{{{{own}}}}}}}},{}]""");

    private static TestCaseData Case(string name, Func<TestGltf, TestGltf> change, string message) => new TestCaseData(change, message).SetArgDisplayNames(name);
}

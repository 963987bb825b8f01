using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.UnitTests.Gltf;

namespace SensorSim.UnitTests.Motion;

/// <summary>An animation puts nodes and vertices where its file says, over and over.</summary>
public sealed class AnimatedMotionTests
{
    private static readonly Dictionary<int, Matrix4x4d> Nothing = [];

    [TestCase(0, 0)]
    [TestCase(0.5, 1)]
    [TestCase(1.5, 3)]
    [TestCase(2.5, 1)]
    [TestCase(-0.5, 0)]
    public void Node_Moves_AndStartsAgainAfterTheLastKeyframe(double seconds, double expectedMetres)
    {
        Scene scene = Sliding();
        var motion = new AnimatedMotion(scene, scene.Animations[0], Nothing);
        Assert.That(motion.Moves);
        Assert.That(motion.At(seconds).NodeToWorld[0].Translation.X, Is.EqualTo(expectedMetres).Within(1e-6));
    }

    [Test]
    public void Child_FollowsItsParent_AndKeepsWhatIsNotAnimated()
    {
        Scene scene = Sliding();
        Matrix4x4d child = new AnimatedMotion(scene, scene.Animations[0], Nothing).At(0.5).NodeToWorld[1];
        Assert.That((child.Translation - new Vector3d(1, 5, 2)).Length, Is.LessThan(1e-9));
    }

    [Test]
    public void MovedNode_IsDisplacedInItsParentsFrame()
    {
        Scene scene = Sliding();
        var motion = new AnimatedMotion(scene, scene.Animations[0], new Dictionary<int, Matrix4x4d> { [0] = Matrix4x4d.FromTranslation(new(0, 0, 7)) });
        Assert.That((motion.At(1).NodeToWorld[0].Translation - new Vector3d(2, 0, 9)).Length, Is.LessThan(1e-9));
    }

    [Test]
    public void WithoutAnimation_NothingMoves()
    {
        Scene scene = Sliding();
        var motion = new AnimatedMotion(scene, null, Nothing);
        Assert.That(motion.Moves, Is.False);
        Assert.That(motion.At(1), Is.SameAs(motion.At(0)));
    }

    [Test]
    public void MorphWeights_FollowTheirTrack_AndSoDoesTheBox()
    {
        TestGltf gltf = TestGltf.Triangle();
        int up = gltf.Accessor("VEC3", [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ]);
        gltf.Json["meshes"]![0]!["primitives"]![0]!["targets"] = System.Text.Json.Nodes.JsonNode.Parse($$"""[{"POSITION":{{up}}}]""");
        Animate(gltf, "weights", gltf.Accessor("SCALAR", [0f, 4f]));
        Scene scene = gltf.Read();
        DeformedMesh mesh = new AnimatedMotion(scene, scene.Animations[0], Nothing).At(0.5).Meshes[0];
        Assert.Multiple(() =>
        {
            Assert.That(mesh.Pose.Weights, Is.EqualTo(new[] { 1f }));
            Assert.That(mesh.Min.Z, Is.EqualTo(1));
            Assert.That(mesh.Max.Z, Is.EqualTo(1));
        });
    }

    private static Scene Sliding()
    {
        TestGltf gltf = TestGltf.Triangle();
        gltf.Json["nodes"]![0]!["translation"] = System.Text.Json.Nodes.JsonNode.Parse("[0,0,2]");
        gltf.Json["nodes"]![0]!["children"] = System.Text.Json.Nodes.JsonNode.Parse("[1]");
        gltf.Node("""{"translation":[0,5,0]}""");
        gltf.Json["scenes"] = System.Text.Json.Nodes.JsonNode.Parse("""[{"nodes":[0]}]""");
        Animate(gltf, "translation", gltf.Accessor("VEC3", [new Vector3(0, 0, 2), new Vector3(4, 0, 2)]));
        return gltf.Read();
    }

    // Two keyframes, two seconds apart.
    private static void Animate(TestGltf gltf, string path, int output) => gltf.With(
        "animations",
        $$"""{"channels":[{"target":{"node":0,"path":"{{path}}"},"sampler":0}],"samplers":[{"input":{{gltf.Accessor("SCALAR", [0f, 2f])}},"output":{{output}}}]}""");
}

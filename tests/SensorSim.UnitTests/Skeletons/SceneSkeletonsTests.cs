using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Skeletons;

namespace SensorSim.UnitTests.Skeletons;

public class SceneSkeletonsTests
{
    [Test]
    public void PointsOfAMeshNode_AreInItsFrame_AndItsBonesAreNamed()
    {
        ObjectSkeleton mug = Only(Node("mug", mesh: true, extras: """{"keypoints": {"rim": [0, 0.1, 0], "handle": [0.05, 0.05, 0]}, "skeleton": [["rim", "handle"]]}"""));
        Assert.That(mug.Keypoints, Is.EqualTo(new Keypoint[] { new("rim", 0, new(0, 0.1, 0)), new("handle", 0, new(0.05, 0.05, 0)) }));
        Assert.That(mug.Edges, Is.EqualTo(new SkeletonEdge[] { new(0, 1) }));
    }

    [Test]
    public void NamedNodes_BelongToTheNearestObjectAbove()
    {
        IReadOnlyList<ObjectSkeleton> skeletons = Of(
            Node("arm", mesh: true), Node("elbow", 0, extras: """{"keypoint": "elbow"}"""), Node("between", 1), Node("wrist", 2, extras: """{"keypoint": "wrist"}"""),
            Node("glove", 3, mesh: true), Node("tip", 4, extras: """{"keypoint": "tip"}"""), Node("nowhere", extras: """{"keypoint": "lost"}"""));
        Assert.That(skeletons.Select(skeleton => skeleton.InstanceId), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(skeletons[0].Keypoints.Select(point => (point.Name, point.Node)), Is.EqualTo(new[] { ("elbow", 1), ("wrist", 3) }));
        Assert.That(skeletons[0].Edges, Is.EqualTo(new SkeletonEdge[] { new(0, 1) }), "over the node between");
        Assert.That(skeletons[1].Keypoints.Select(point => point.Name), Is.EqualTo(new[] { "tip" }));
    }

    [Test]
    public void JointsOfASkin_AreKeypointsWithTheirParents()
    {
        ObjectSkeleton man = Skinned(null, null, null);
        Assert.That(man.Keypoints.Select(point => point.Name), Is.EqualTo(new[] { "hip", "bone", "bone_2" }), "made unique");
        Assert.That(man.Edges, Is.EqualTo(new SkeletonEdge[] { new(0, 1), new(1, 2) }));
    }

    [Test]
    public void JointsThatAreNamed_AreTheOnlyOnes()
    {
        ObjectSkeleton man = Skinned("""{"keypoint": "pelvis"}""", null, """{"keypoint": "left_foot"}""");
        Assert.That(man.Keypoints.Select(point => (point.Name, point.Node)), Is.EqualTo(new[] { ("pelvis", 1), ("left_foot", 3) }));
        Assert.That(man.Edges, Is.EqualTo(new SkeletonEdge[] { new(0, 1) }));
    }

    [Test]
    public void NodeBelowAJoint_BelongsToTheObjectsOfTheSkin()
    {
        ObjectSkeleton man = Skinned(null, null, null, Node("nose", 3, extras: """{"keypoint": "nose"}"""));
        Assert.That(man.Keypoints[^1], Is.EqualTo(new Keypoint("nose", 4, Vector3d.Zero)));
        Assert.That(man.Edges[^1], Is.EqualTo(new SkeletonEdge(2, 3)));
    }

    [Test]
    public void CopiesHaveThePointsOfTheirNode()
    {
        IReadOnlyList<ObjectSkeleton> copies = Of(Node("many", extras: """{"keypoints": {"top": [0, 1, 0]}}"""), Node("many_0", 0, mesh: true), Node("many_1", 0, mesh: true));
        Assert.That(copies.Select(copy => copy.Keypoints[0]), Is.EqualTo(new Keypoint[] { new("top", 1, new(0, 1, 0)), new("top", 2, new(0, 1, 0)) }));
    }

    [TestCase("""{"keypoint": 3}""", "nodes[0].extras.keypoint: expected a name")]
    [TestCase("""{"keypoint": ""}""", "nodes[0].extras.keypoint: expected a name")]
    [TestCase("""{"keypoints": [1, 2]}""", "nodes[0].extras.keypoints: expected an object")]
    [TestCase("""{"keypoints": {"a": [1, 2]}}""", "nodes[0].extras.keypoints.a: expected three numbers")]
    [TestCase("""{"keypoints": {"a": [1, 2, "x"]}}""", "nodes[0].extras.keypoints.a: expected three numbers")]
    [TestCase("""{"keypoints": {"a": [1, 2, 3]}, "skeleton": "a"}""", "nodes[0].extras.skeleton: expected pairs of names")]
    [TestCase("""{"keypoints": {"a": [1, 2, 3]}, "skeleton": [["a"]]}""", "nodes[0].extras.skeleton: expected pairs of names")]
    [TestCase("""{"keypoints": {"a": [1, 2, 3]}, "skeleton": [["a", "b"]]}""", "nodes[0].extras.skeleton: expected names of keypoints (a); \"b\" is none")]
    public void WhatCannotBeUnderstood_IsNamed(string extras, string expected) =>
        Assert.That(() => Of(Node("thing", mesh: true, extras: extras)), Throws.TypeOf<FormatException>().With.Message.StartsWith(expected));

    private static ObjectSkeleton Skinned(string? hip, string? knee, string? foot, params Node[] more)
    {
        Node[] nodes = [Node("man", mesh: true) with { Skin = 0 }, Node("hip", extras: hip), Node("bone", 1, extras: knee), Node("bone", 2, extras: foot), .. more];
        Scene scene = SceneOf(nodes) with { Skins = [new(null, [1, 2, 3], [Matrix4x4d.Identity, Matrix4x4d.Identity, Matrix4x4d.Identity])] };
        return SceneSkeletons.Of(scene, SceneInstances.Of(scene)).Single();
    }

    private static ObjectSkeleton Only(params Node[] nodes) => Of(nodes).Single();

    private static IReadOnlyList<ObjectSkeleton> Of(params Node[] nodes) => SceneSkeletons.Of(SceneOf(nodes), SceneInstances.Of(SceneOf(nodes)));

    private static Scene SceneOf(Node[] nodes) => new("test", nodes, [new(null, [])], [], [], [], [], []);

    private static Node Node(string name, int? parent = null, bool mesh = false, string? extras = null) =>
        new(name, parent, Matrix4x4d.Identity, mesh ? 0 : null, null, null, extras is null ? null : JsonNode.Parse(extras)!.AsObject(), true);
}

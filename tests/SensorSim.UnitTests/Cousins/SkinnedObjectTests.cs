using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

/// <summary>Objects that joints place: whatever moves the object moves what is drawn of it, by the same.</summary>
public sealed class SkinnedObjectTests
{
    private const int Man = 1, Hip = 2, Knee = 3, Sword = 4;

    private const string Everything = """{ "objects.man.yaw_deg": 40, "objects.man.offset_x_m": 0.7, "objects.man.offset_y_m": -0.2 }""";

    [TestCase(0, 0.0)]
    [TestCase(null, 0.0)]
    [TestCase(2, 0.3)]
    [TestCase(3, 0.3)]
    [TestCase(4, 0.7)]
    public void ADraw_MovesJointsAndVertices_AsItMovesTheNode(int? parentOfMesh, double seconds)
    {
        Scene scene = Of(parentOfMesh);
        SceneInstance given = Cousin(scene, "{}").At(seconds), drawn = Cousin(scene, Everything).At(seconds);
        Matrix4x4d move = drawn.NodeToWorld[Man] * given.NodeToWorld[Man].InverseAffine();
        Assert.That((drawn.NodeToWorld[Man].Translation - given.NodeToWorld[Man].Translation).Length, Is.GreaterThan(0.5), "the record");
        foreach (int node in (int[])[Hip, Knee, Sword])
        {
            Assert.That(Distance(drawn.NodeToWorld[node], move * given.NodeToWorld[node]), Is.LessThan(1e-9), $"node {node}");
        }

        Vector3d[] before = Vertices(given), after = Vertices(drawn);
        Assert.That(before.Zip(after, (a, b) => (move.TransformPoint(a) - b).Length).Max(), Is.LessThan(1e-6), "the picture");
    }

    [Test]
    public void APath_CarriesTheSkeletonAlong()
    {
        Scene scene = Of(null);
        const string path = """{ "objects.man.path": { "points": [[0, 0, 0], [3, 0, 0]], "speed_m_s": 2, "starts_at_s": 0, "faces_ahead": true } }""";
        SceneInstance start = Cousin(scene, path), given = Cousin(scene, "{}");
        SceneInstance later = start.At(1);
        Matrix4x4d move = later.NodeToWorld[Man] * given.At(1).NodeToWorld[Man].InverseAffine();
        Assert.That((later.NodeToWorld[Man].Translation - start.NodeToWorld[Man].Translation - new Vector3d(2, 0, 0)).Length, Is.LessThan(1e-9));
        Assert.That(Vertices(given.At(1)).Zip(Vertices(later), (a, b) => (move.TransformPoint(a) - b).Length).Max(), Is.LessThan(1e-6));
        Assert.That(later.Motion!.MovingNodes, Does.Contain(Hip));
    }

    [Test]
    public void WhatTheNodeHangsOn_CarriesTheSkeletonOnce()
    {
        Scene scene = Of(null) with { Nodes = [.. Of(null).Nodes.Select((node, i) => i == 0 ? node with { Mesh = 1 } : i == Man ? node with { Parent = 0 } : node)] };
        SceneInstance given = Cousin(scene, "{}"), drawn = Cousin(scene, """{ "objects.rig.yaw_deg": 30, "objects.man.yaw_deg": 15 }""");
        Matrix4x4d move = drawn.NodeToWorld[Man] * given.NodeToWorld[Man].InverseAffine();
        Assert.That(Vertices(given).Zip(Vertices(drawn), (a, b) => (move.TransformPoint(a) - b).Length).Max(), Is.LessThan(1e-6));
    }

    [Test]
    public void OthersStay()
    {
        SceneInstance drawn = Cousin(Of(0), Everything), given = Cousin(Of(0), "{}");
        Assert.That(drawn.NodeToWorld[0], Is.EqualTo(given.NodeToWorld[0]));
        Assert.That(drawn.NodeToWorld[5], Is.EqualTo(given.NodeToWorld[5]));
    }

    [TestCase("cousins: { vary: { objects.man.yaw_deg: 3 } }", "cousins.vary[\"objects.man.yaw_deg\"]: 'man' is placed by joints that 'coat' shares, so that one cannot move without the other; expected an object with a skeleton of its own")]
    [TestCase("paths: [ { object: man, points: [[0, 0, 0], [1, 0, 0]], speed_m_s: 1 } ]", "paths[0]: 'man' is placed by joints that 'coat' shares")]
    [TestCase("cousins: { vary: { objects.man.pose: { scatter_on: floor } } }", "cousins.vary[\"objects.man.pose\"]: 'man' is placed by the joints of its skin and has no fixed shape to stand on; expected objects of a fixed shape; offset_x_m, offset_z_m and yaw_deg move this one")]
    public void WhatCannotBeMoved_IsRefused(string rest, string expected)
    {
        Node coat = Of(0).Nodes[Man] with { Name = "coat" };
        Scene dressed = Of(0) with { Nodes = [.. Of(0).Nodes, coat] };
        Assert.That(Errors(dressed, rest), Has.Some.Contains(expected));
        Assert.That(Errors(Of(0), "cousins: { vary: { objects.man.yaw_deg: 3 } }"), Is.Empty);
    }

    private static string[] Errors(Scene scene, string rest) => [.. SceneBinding.Of(ScenarioText.Valid(ScenarioText.With(rest)), scene).Errors.Select(error => error.ToString())];

    private static SceneInstance Cousin(Scene scene, string draws) => new CousinAssembly(scene, EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal), scene.Animations[0])
        .Apply(0, JsonNode.Parse(draws)!.AsObject().ToDictionary(StringComparer.Ordinal));

    // World space, as they are drawn.
    private static Vector3d[] Vertices(SceneInstance cousin) =>
        [.. Deformation.Positions(cousin.Twin.Meshes[0].Primitives[0], cousin.DeformedMeshes[Man].Pose).Select(v => cousin.NodeToWorld[Man].TransformPoint(new(v.X, v.Y, v.Z)))];

    private static double Distance(Matrix4x4d a, Matrix4x4d b) => a.ToRowMajor().Zip(b.ToRowMajor(), (x, y) => Math.Abs(x - y)).Max();

    // A rig that an animation turns and carries, a man on two of its joints, a sword in his hand, a floor.
    private static Scene Of(int? parentOfMesh)
    {
        Vector3[] points = [Vector3.Zero, Vector3.UnitX, Vector3.UnitY];
        Vector3[] normals = [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ];
        var rigid = new Primitive(points, normals, null, null, null, null, [0, 1, 2], 0);
        Primitive bent = rigid with { Influences = [new([new(0, 1, 0, 0), new(0, 1, 0, 0), new(0, 1, 0, 0)], [new(1, 0, 0, 0), new(0.5f, 0.5f, 0, 0), new(0, 1, 0, 0)])] };
        Matrix4x4d turned = Matrix4x4d.FromTrs(new(0.3, 0, 1), Quaterniond.FromAxisAngle(Vector3d.UnitX, -1.2), new(1, 1, 1));
        var spin = new KeyframeTrack([0, 1], [0, 0, 0, 1, 0, 0.5f, 0, 0.8660254f], 4, Interpolation.Linear, true);
        Node[] nodes =
        [
            Node("rig", null, turned), Node("man", parentOfMesh, SmallScene.At(0.1, 0.2, 0)) with { Mesh = 0, Skin = 0 }, Node("hip", 0, SmallScene.At(0, 1, 0)), Node("knee", Hip, SmallScene.At(0, -0.4, 0.1)),
            Node("sword", Knee, SmallScene.At(0, 0, 0.3)) with { Mesh = 1 }, Node("floor", null, Matrix4x4d.FromTrs(new(-2, 0, 2), Quaterniond.FromAxisAngle(Vector3d.UnitX, -Math.PI / 2), new(4, 4, 4))) with { Mesh = 1 },
        ];
        return new Scene("skinned", nodes, [new("bent", [bent]), new("rigid", [rigid])], [Material.Default], [], [], [], [])
        {
            Skins = [new(null, [Hip, Knee], [SmallScene.At(0, -1, 0), SmallScene.At(0, -0.6, 0.2)])],
            Animations = [new("spin", [new(Hip, AnimatedProperty.Rotation, spin), new(0, AnimatedProperty.Rotation, spin)])],
        };
    }

    private static Node Node(string name, int? parent, Matrix4x4d local) => new(name, parent, local, null, null, null, null, true) { Pose = LocalPose.Identity with { Translation = local.Translation } };
}
